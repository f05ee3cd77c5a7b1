-- The first schema: entities, statements with their envelope, links, and the union view. Never edited after a release.

create table source (
  id text not null,
  slug text not null,
  title text not null,
  publisher text not null,
  url text,
  kind text not null check ((kind = 'FEE_SCHEDULE' or kind = 'COVERAGE_DETERMINATION' or kind = 'LOCAL_COVERAGE_ARTICLE' or kind = 'COMMERCIAL_MEDICAL_POLICY' or kind = 'PAYMENT_POLICY' or kind = 'POLICY_SUMMARY' or kind = 'CODE_EDIT_FILE' or kind = 'CODE_SET' or kind = 'REPORT_PAGE' or kind = 'TRADE_ARTICLE' or kind = 'VENDOR_GUIDE' or kind = 'MACHINE_READABLE_RATE_FILE' or kind = 'STATUTE_OR_REGULATION' or kind = 'DEVICE_CLEARANCE' or kind = 'CLINICAL_LITERATURE' or kind = 'CLAIMS_DATASET')),
  licence text not null,
  published_on text,
  effective_on text,
  retrieved_on text not null check (retrieved_on is date(retrieved_on)),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  sha256 text,
  note text,
  primary key (id)
) strict, without rowid;

create table citation_own (
  subject_id text not null,
  seq integer not null,
  source_id text not null references source (id),
  role text not null check ((role = 'PRIMARY_KNOWLEDGE_SOURCE' or role = 'AGGREGATOR_KNOWLEDGE_SOURCE' or role = 'SUPPORTING_DATA_SOURCE')),
  locator text,
  part text,
  primary key (subject_id, seq)
) strict, without rowid;
create index citation_own_source_id on citation_own (source_id, subject_id, seq);

create table service_family (
  id text not null,
  slug text not null,
  label text not null,
  description text not null,
  pattern text not null check ((pattern = 'STAND_ALONE_CODES' or pattern = 'MODIFIER_SPLIT' or pattern = 'GLOBAL_ONLY' or pattern = 'GROUP_OF_SERVICES')),
  group_id text references service_family (id),
  primary key (id)
) strict, without rowid;
create index service_family_group_id on service_family (group_id, id);

create table billing_code (
  id text not null,
  system text not null check ((system = 'CPT' or system = 'HCPCS_LEVEL_II' or system = 'ICD_10_CM' or system = 'CMS_POS' or system = 'CPT_MODIFIER' or system = 'HCPCS_MODIFIER')),
  code text not null,
  category text not null check ((category = 'CATEGORY_I' or category = 'CATEGORY_II' or category = 'CATEGORY_III' or category = 'PROPRIETARY_LABORATORY_ANALYSIS' or category = 'MULTIANALYTE_ASSAY' or category = 'LEVEL_II')),
  label text not null,
  description text not null,
  family_id text references service_family (id),
  primary key (id)
) strict, without rowid;
create index billing_code_family_id on billing_code (family_id, id);
create index billing_code_code on billing_code (code, id);

create table service_component (
  id text not null,
  family_id text not null references service_family (id),
  role text not null check ((role = 'GLOBAL' or role = 'TECHNICAL' or role = 'TECHNICAL_ACQUISITION' or role = 'TECHNICAL_PREPARATION_AND_TRANSMISSION' or role = 'TECHNICAL_CALCULATION' or role = 'PROFESSIONAL_INTERPRETATION_AND_REPORT')),
  label text not null,
  seq integer not null,
  primary key (id)
) strict, without rowid;
create index service_component_family_id on service_component (family_id, id);

create table modifier (
  id text not null,
  system text not null check ((system = 'CPT' or system = 'HCPCS_LEVEL_II' or system = 'ICD_10_CM' or system = 'CMS_POS' or system = 'CPT_MODIFIER' or system = 'HCPCS_MODIFIER')),
  code text not null,
  label text not null,
  description text not null,
  category text,
  maintainer text not null,
  use_when text,
  do_not_use_when text,
  primary key (id)
) strict, without rowid;

create table billing_unit (
  component_id text not null references service_component (id),
  code_id text not null references billing_code (id),
  modifier_id text not null,
  primary key (component_id, code_id, modifier_id)
) strict, without rowid;
create index billing_unit_code_id on billing_unit (code_id, component_id, modifier_id);

create table indicator (
  id text not null,
  field text not null,
  value text not null,
  label text not null,
  meaning text not null,
  allows_component_modifiers integer check (allows_component_modifiers is null or allows_component_modifiers in (0, 1)),
  primary key (id)
) strict, without rowid;
create index indicator_field on indicator (field, id);

create table place_of_service (
  id text not null,
  code text not null,
  label text not null,
  description text not null,
  setting text check (setting is null or (setting = 'FACILITY' or setting = 'NON_FACILITY')),
  primary key (id)
) strict, without rowid;

create table site_of_service (
  id text not null,
  slug text not null,
  label text not null,
  description text not null,
  primary key (id)
) strict, without rowid;

create table jurisdiction (
  id text not null,
  kind text not null check ((kind = 'NATIONAL' or kind = 'STATE' or kind = 'MPFS_LOCALITY')),
  code text not null,
  label text not null,
  state text,
  contractor_number text,
  primary key (id)
) strict, without rowid;

create table payer (
  id text not null,
  slug text not null,
  label text not null,
  kind text not null check ((kind = 'NATIONAL_COMMERCIAL' or kind = 'BLUE_LICENSEE' or kind = 'ASSOCIATION' or kind = 'MEDICARE_FFS' or kind = 'MEDICARE_CONTRACTOR' or kind = 'MEDICAID' or kind = 'TRICARE' or kind = 'WORKERS_COMPENSATION' or kind = 'ISSUER' or kind = 'GROUP_HEALTH_PLAN' or kind = 'THIRD_PARTY_ADMINISTRATOR' or kind = 'REPORTING_ENTITY')),
  parent_id text references payer (id),
  aliases text not null check (json_type(aliases) is 'array'),
  named_in_reports integer not null check (named_in_reports in (0, 1)),
  note text,
  primary key (id)
) strict, without rowid;
create index payer_parent_id on payer (parent_id, id);

create table policy (
  id text not null,
  payer_id text not null references payer (id),
  slug text not null,
  number text,
  label text not null,
  kind text not null check ((kind = 'NCD' or kind = 'BENEFIT_MANUAL' or kind = 'REGULATION' or kind = 'LCD' or kind = 'ARTICLE' or kind = 'MEDICAL_POLICY' or kind = 'PAYMENT_POLICY' or kind = 'BENEFIT_SUMMARY')),
  lines_of_business text not null check (json_type(lines_of_business) is 'array'),
  primary key (id)
) strict, without rowid;
create index policy_payer_id on policy (payer_id, id);

create table policy_version (
  id text not null,
  policy_id text not null references policy (id),
  version text not null,
  title text not null,
  status text not null,
  lines_of_business_stated text not null,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  original_effective_on text,
  last_reviewed_on text,
  text_seen text not null,
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  primary key (id)
) strict, without rowid;
create index policy_version_policy_id on policy_version (policy_id, id);

create table diagnosis_code (
  id text not null,
  system text not null check ((system = 'CPT' or system = 'HCPCS_LEVEL_II' or system = 'ICD_10_CM' or system = 'CMS_POS' or system = 'CPT_MODIFIER' or system = 'HCPCS_MODIFIER')),
  code text not null,
  label text not null,
  billable integer not null check (billable in (0, 1)),
  parent_id text references diagnosis_code (id),
  release text not null,
  topic text,
  relevance text,
  stated_by integer,
  stated_again integer,
  stated_from text,
  stated_at text,
  primary key (id)
) strict, without rowid;
create index diagnosis_code_parent_id on diagnosis_code (parent_id, id);
create index diagnosis_code_stated on diagnosis_code (cast('DiagnosisValidity:' || substr(id, 15) || '/' || stated_from as text));
create index diagnosis_code_stated_by on diagnosis_code (stated_by) where stated_by is not null;
create index diagnosis_code_stated_again on diagnosis_code (stated_again, id) where stated_again is not null;

create table workflow (
  id text not null,
  slug text not null,
  label text not null,
  description text not null,
  primary key (id)
) strict, without rowid;

create table workflow_step (
  id text not null,
  workflow_id text not null references workflow (id),
  seq integer not null,
  label text not null,
  actor text not null check ((actor = 'ORDERING_PROVIDER' or actor = 'DXA_TECHNOLOGIST' or actor = 'IMAGING_FACILITY' or actor = 'REMOTE_ANALYSIS_VENDOR' or actor = 'ANALYSIS_SOFTWARE' or actor = 'INTERPRETING_PROVIDER')),
  actor_stated text not null,
  component_id text references service_component (id),
  inputs text not null check (json_type(inputs) is 'array'),
  outputs text not null check (json_type(outputs) is 'array'),
  next_ids text not null check (json_type(next_ids) is 'array'),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  primary key (id)
) strict, without rowid;
create index workflow_step_workflow_id on workflow_step (workflow_id, id);
create index workflow_step_component_id on workflow_step (component_id, id);

create table workflow_step_code (
  step_id text not null references workflow_step (id),
  code_id text not null references billing_code (id),
  primary key (step_id, code_id)
) strict, without rowid;
create index workflow_step_code_code_id on workflow_step_code (code_id, step_id);

create table workflow_step_place (
  step_id text not null references workflow_step (id),
  place_id text not null references place_of_service (id),
  primary key (step_id, place_id)
) strict, without rowid;
create index workflow_step_place_place_id on workflow_step_place (place_id, step_id);

create table code_validity (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  code_status text not null check ((code_status = 'ACTIVE' or code_status = 'DELETED' or code_status = 'REPLACED')),
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index code_validity_id on code_validity (id);

create table modifier_validity (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  modifier_id text not null references modifier (id),
  code_status text not null check ((code_status = 'ACTIVE' or code_status = 'DELETED' or code_status = 'REPLACED')),
  primary key (modifier_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index modifier_validity_id on modifier_validity (id);

create table hcpcs_record_own (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  release text not null,
  coverage text check (coverage is null or (coverage = 'CONTRACTOR_JUDGMENT_C' or coverage = 'SPECIAL_INSTRUCTIONS_D' or coverage = 'NOT_PAYABLE_I' or coverage = 'NOT_COVERED_M' or coverage = 'NOT_COVERED_BY_STATUTE_S')),
  pricing text not null check (json_type(pricing) is 'array'),
  multiple_pricing text,
  coverage_references text not null check (json_type(coverage_references) is 'array'),
  manual_references text not null check (json_type(manual_references) is 'array'),
  statute text,
  cross_references text not null check (json_type(cross_references) is 'array'),
  betos text,
  types_of_service text not null check (json_type(types_of_service) is 'array'),
  laboratory_certifications text not null check (json_type(laboratory_certifications) is 'array'),
  action text,
  action_on text check (action_on is null or action_on is date(action_on)),
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index hcpcs_record_own_id on hcpcs_record_own (id);

create table hcpcs_record_plain (
  id text not null,
  file integer not null,
  again integer,
  named integer not null,
  locator text not null,
  coverage text check (coverage is null or (coverage = 'CONTRACTOR_JUDGMENT_C' or coverage = 'SPECIAL_INSTRUCTIONS_D' or coverage = 'NOT_PAYABLE_I' or coverage = 'NOT_COVERED_M' or coverage = 'NOT_COVERED_BY_STATUTE_S')),
  pricing text not null check (json_type(pricing) is 'array'),
  multiple_pricing text,
  coverage_references text not null check (json_type(coverage_references) is 'array'),
  manual_references text not null check (json_type(manual_references) is 'array'),
  statute text,
  cross_references text not null check (json_type(cross_references) is 'array'),
  betos text,
  types_of_service text not null check (json_type(types_of_service) is 'array'),
  laboratory_certifications text not null check (json_type(laboratory_certifications) is 'array'),
  action text,
  action_on text check (action_on is null or action_on is date(action_on)),
  primary key (id)
) strict, without rowid;
create index hcpcs_record_plain_again on hcpcs_record_plain (again, id) where again is not null;
create index hcpcs_record_plain_subject on hcpcs_record_plain (cast('BillingCode:' || substr(id, 13, instr(id, '/') - 13) as text));

create table service_classification (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  taxonomy text not null,
  category text not null,
  subcategory text,
  family text,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index service_classification_id on service_classification (id);

create table pc_tc_indicator (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  indicator text not null check ((indicator = 'PHYSICIAN_SERVICE_0' or indicator = 'DIAGNOSTIC_TEST_1' or indicator = 'PROFESSIONAL_COMPONENT_ONLY_2' or indicator = 'TECHNICAL_COMPONENT_ONLY_3' or indicator = 'GLOBAL_TEST_ONLY_4' or indicator = 'INCIDENT_TO_5' or indicator = 'LAB_INTERPRETATION_6' or indicator = 'THERAPY_7' or indicator = 'PHYSICIAN_INTERPRETATION_8' or indicator = 'NOT_APPLICABLE_9')),
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index pc_tc_indicator_id on pc_tc_indicator (id);

create table modifier_rule (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  modifier_id text not null references modifier (id),
  effect text not null check ((effect = 'ALLOWED' or effect = 'NOT_ALLOWED' or effect = 'DEPENDS' or effect = 'REPORTED_AS_COMMON')),
  reason text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index modifier_rule_id on modifier_rule (id);
create index modifier_rule_modifier_id on modifier_rule (modifier_id, id);

create table code_relation (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  other_code_id text not null references billing_code (id),
  relation text not null check ((relation = 'COMPOSITE_OF' or relation = 'INCLUDES' or relation = 'DERIVED_FROM_IMAGE_OF' or relation = 'COMMONLY_REPORTED_WITH' or relation = 'DO_NOT_REPORT_TOGETHER' or relation = 'NO_EDIT_FOUND' or relation = 'REPLACED_BY' or relation = 'SAME_COMPONENT_PATTERN' or relation = 'ADD_ON_TO')),
  summary text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index code_relation_id on code_relation (id);
create index code_relation_other_code_id on code_relation (other_code_id, id);

create table code_pair_edit (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  column1_id text not null references billing_code (id),
  column2_id text not null references billing_code (id),
  kind text not null check ((kind = 'NCCI_PTP')),
  service_type text not null check ((service_type = 'PRACTITIONER' or service_type = 'OUTPATIENT_HOSPITAL' or service_type = 'DME_SUPPLIER')),
  modifier_indicator integer not null,
  rationale text not null,
  primary key (column1_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index code_pair_edit_id on code_pair_edit (id);
create index code_pair_edit_column2_id on code_pair_edit (column2_id, id);

create table plain_file (
  source_id text not null references source (id),
  number integer not null,
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  release text not null,
  primary key (source_id, number)
) strict, without rowid;
create index plain_file_number on plain_file (number, source_id);

create table ptp_file (
  source_id text not null references source (id),
  number integer not null,
  practitioner integer not null check (practitioner in (0, 1)),
  released_from text not null check (released_from is date(released_from)),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  codes text check (codes is null or json_type(codes) is 'array'),
  first_column1 text not null,
  last_column1 text not null,
  stated_first integer not null,
  stated_last integer not null,
  primary key (source_id)
) strict, without rowid;
create index ptp_file_number on ptp_file (number, source_id);

create table ptp_term (
  number integer not null,
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  modifier_indicator integer not null,
  rationale text not null,
  before1996 integer not null check (before1996 in (0, 1)),
  primary key (number)
) strict, without rowid;

create table ptp_edit (
  column1 text not null,
  column2 text not null,
  practitioner integer not null check (practitioner in (0, 1)),
  starts text not null,
  version integer not null,
  term integer not null,
  first_file integer not null,
  last_file integer not null,
  line integer not null,
  closed_by integer,
  primary key (column1, column2, practitioner, starts, version)
) strict, without rowid;
create index ptp_edit_column2 on ptp_edit (column2, column1, practitioner, starts, version);

create table ptp_tally (
  number integer not null,
  starts text not null,
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  first_file integer not null,
  closed_by integer,
  edits integer not null,
  primary key (number)
) strict, without rowid;

create table unit_limit (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  service_type text not null check ((service_type = 'PRACTITIONER' or service_type = 'OUTPATIENT_HOSPITAL' or service_type = 'DME_SUPPLIER')),
  max_units integer not null,
  adjudication text not null,
  rationale text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index unit_limit_id on unit_limit (id);

create table add_on_edit (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  primary_id text references billing_code (id),
  edit_type text not null check ((edit_type = 'LISTED_PRIMARIES_1' or edit_type = 'CONTRACTOR_PRIMARIES_2' or edit_type = 'SOME_LISTED_PRIMARIES_3')),
  instruction text,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index add_on_edit_id on add_on_edit (id);
create index add_on_edit_primary_id on add_on_edit (primary_id, id);

create table site_place (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  site_id text not null references site_of_service (id),
  place_id text not null references place_of_service (id),
  primary key (site_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index site_place_id on site_place (id);
create index site_place_place_id on site_place (place_id, id);

create table site_rule (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  site_id text not null references site_of_service (id),
  payer_id text references payer (id),
  effect text not null check ((effect = 'TYPICAL' or effect = 'ALLOWED' or effect = 'NOT_PAYABLE_IN_SETTING')),
  passage text not null,
  stated_as text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index site_rule_id on site_rule (id);
create index site_rule_site_id on site_rule (site_id, id);

create table coverage (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  component_id text not null references service_component (id),
  code_id text not null references billing_code (id),
  payer_id text not null references payer (id),
  line_of_business text not null check ((line_of_business = 'COMMERCIAL' or line_of_business = 'MEDICARE_FFS' or line_of_business = 'MEDICARE_ADVANTAGE' or line_of_business = 'MEDICAID' or line_of_business = 'TRICARE' or line_of_business = 'WORKERS_COMPENSATION' or line_of_business = 'ANY_NOT_STATED')),
  line_of_business_stated text not null,
  policy_version_id text references policy_version (id),
  covered text check (covered is null or (covered = 'COVERED' or covered = 'NOT_COVERED' or covered = 'CONDITIONAL' or covered = 'INDETERMINATE')),
  basis text not null check ((basis = 'MEDICALLY_NECESSARY_CRITERIA' or basis = 'ADJUNCT' or basis = 'CONTRACTOR_DISCRETION' or basis = 'EXPERIMENTAL_INVESTIGATIONAL' or basis = 'NOT_MEDICALLY_NECESSARY' or basis = 'BENEFIT_EXCLUSION' or basis = 'BUNDLED_NOT_SEPARATELY_PAYABLE' or basis = 'NOT_STATED')),
  stated_at text check (stated_at is null or (stated_at = 'NAMED_CODE' or stated_at = 'CODE_RANGE' or stated_at = 'SERVICE_FAMILY' or stated_at = 'GENERAL_RULE')),
  mapping_certainty text check (mapping_certainty is null or (mapping_certainty = 'HIGH' or mapping_certainty = 'MEDIUM' or mapping_certainty = 'LOW')),
  summary text not null,
  reached_by text not null,
  frequency text,
  primary key (component_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index coverage_id on coverage (id);
create index coverage_payer_id on coverage (payer_id, id);
create index coverage_code_id on coverage (code_id, id);
create index coverage_policy_version_id on coverage (policy_version_id, id);

create table prior_authorization (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  component_id text not null references service_component (id),
  code_id text not null references billing_code (id),
  payer_id text not null references payer (id),
  line_of_business text not null check ((line_of_business = 'COMMERCIAL' or line_of_business = 'MEDICARE_FFS' or line_of_business = 'MEDICARE_ADVANTAGE' or line_of_business = 'MEDICAID' or line_of_business = 'TRICARE' or line_of_business = 'WORKERS_COMPENSATION' or line_of_business = 'ANY_NOT_STATED')),
  policy_version_id text references policy_version (id),
  prior_authorization text check (prior_authorization is null or (prior_authorization = 'NO_AUTH' or prior_authorization = 'AUTH_NEEDED' or prior_authorization = 'CONDITIONAL' or prior_authorization = 'INDETERMINATE')),
  summary text not null,
  primary key (component_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index prior_authorization_id on prior_authorization (id);
create index prior_authorization_payer_id on prior_authorization (payer_id, id);
create index prior_authorization_code_id on prior_authorization (code_id, id);
create index prior_authorization_policy_version_id on prior_authorization (policy_version_id, id);

create table coverage_criterion (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  policy_version_id text not null references policy_version (id),
  kind text not null check ((kind = 'INDICATION' or kind = 'EXCLUSION' or kind = 'FREQUENCY' or kind = 'AGE' or kind = 'METHOD' or kind = 'DOCUMENTATION' or kind = 'ORDER' or kind = 'SUPERVISION' or kind = 'COMPONENT' or kind = 'UNITS' or kind = 'COST_SHARING' or kind = 'BENEFIT' or kind = 'DEFINITION')),
  summary text not null,
  primary key (policy_version_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index coverage_criterion_id on coverage_criterion (id);

create table policy_event (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  subject_id text not null,
  payer_id text references payer (id),
  policy_id text references policy (id),
  happened_on text not null check (happened_on is date(happened_on)),
  precision text not null check ((precision = 'DAY' or precision = 'MONTH' or precision = 'YEAR')),
  kind text not null check ((kind = 'CODE' or kind = 'COVERAGE' or kind = 'PAYMENT' or kind = 'LAW' or kind = 'REGULATION' or kind = 'TRANSMITTAL' or kind = 'GUIDELINE' or kind = 'DEVICE' or kind = 'TOOL')),
  summary text not null,
  primary key (subject_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index policy_event_id on policy_event (id);
create index policy_event_payer_id on policy_event (payer_id, id);
create index policy_event_policy_id on policy_event (policy_id, id);

create table billing_rule (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  subject_id text not null,
  payer_id text references payer (id),
  kind text not null check ((kind = 'BILLING' or kind = 'IMAGING_CAP' or kind = 'PAYMENT_FORMULA')),
  label text,
  summary text not null,
  primary key (subject_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index billing_rule_id on billing_rule (id);
create index billing_rule_payer_id on billing_rule (payer_id, id);

create table policy_listing (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  policy_version_id text not null references policy_version (id),
  group_number integer not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index policy_listing_id on policy_listing (id);
create index policy_listing_policy_version_id on policy_listing (policy_version_id, id);

create table policy_diagnosis (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  policy_version_id text not null references policy_version (id),
  diagnosis_id text not null references diagnosis_code (id),
  group_number integer not null,
  effect text not null check ((effect = 'SUPPORTS_MEDICAL_NECESSITY' or effect = 'DOES_NOT_SUPPORT' or effect = 'NAMED_IN_GUIDANCE' or effect = 'ASSOCIATED_IN_REPORT')),
  restricted integer not null check (restricted in (0, 1)),
  primary key (policy_version_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index policy_diagnosis_id on policy_diagnosis (id);
create index policy_diagnosis_diagnosis_id on policy_diagnosis (diagnosis_id, id);

create table policy_relation (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  policy_id text not null references policy (id),
  other_policy_id text not null references policy (id),
  primary key (policy_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index policy_relation_id on policy_relation (id);
create index policy_relation_other_policy_id on policy_relation (other_policy_id, id);

create table contractor_area (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  payer_id text not null references payer (id),
  jurisdiction_id text not null references jurisdiction (id),
  contractor_number text not null,
  primary key (payer_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index contractor_area_id on contractor_area (id);
create index contractor_area_jurisdiction_id on contractor_area (jurisdiction_id, id);

create table statement_code (
  statement_id text not null,
  code_id text not null references billing_code (id),
  type text not null,
  primary key (statement_id, code_id)
) strict, without rowid;
create index statement_code_code_id on statement_code (code_id, statement_id);

create table diagnosis_validity_own (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  diagnosis_id text not null references diagnosis_code (id),
  billable integer not null check (billable in (0, 1)),
  title text not null,
  release text not null,
  primary key (diagnosis_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index diagnosis_validity_own_id on diagnosis_validity_own (id);

create table diagnosis_validity_plain (
  id text not null,
  file integer not null,
  again integer,
  named integer not null,
  locator text not null,
  billable integer not null check (billable in (0, 1)),
  title text not null,
  primary key (id)
) strict, without rowid;
create index diagnosis_validity_plain_again on diagnosis_validity_plain (again, id) where again is not null;
create index diagnosis_validity_plain_subject on diagnosis_validity_plain (cast('DiagnosisCode:' || substr(id, 19, instr(id, '/') - 19) as text));

create table diagnosis_support (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  diagnosis_id text not null references diagnosis_code (id),
  policy_version_id text references policy_version (id),
  effect text not null check ((effect = 'SUPPORTS_MEDICAL_NECESSITY' or effect = 'DOES_NOT_SUPPORT' or effect = 'NAMED_IN_GUIDANCE' or effect = 'ASSOCIATED_IN_REPORT')),
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index diagnosis_support_id on diagnosis_support (id);
create index diagnosis_support_diagnosis_id on diagnosis_support (diagnosis_id, id);
create index diagnosis_support_policy_version_id on diagnosis_support (policy_version_id, id);

create table fee_schedule_entry (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  modifier_id text references modifier (id),
  release text not null,
  status_code text not null,
  work_rvu integer not null,
  practice_expense_rvu_non_facility integer not null,
  non_facility_not_applicable integer not null check (non_facility_not_applicable in (0, 1)),
  practice_expense_rvu_facility integer not null,
  facility_not_applicable integer not null check (facility_not_applicable in (0, 1)),
  malpractice_rvu integer not null,
  total_rvu_non_facility integer not null,
  total_rvu_facility integer not null,
  pc_tc_indicator text not null,
  global_days text not null,
  multiple_procedure text not null,
  bilateral_surgery text not null,
  assistant_surgery text not null,
  co_surgeons text not null,
  team_surgery text not null,
  supervision text not null,
  imaging_family text not null,
  conversion_factor integer not null,
  opps_pe_non_facility integer not null,
  opps_pe_facility integer not null,
  opps_malpractice integer not null,
  non_facility_amount integer,
  facility_amount integer,
  amount_derivation text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index fee_schedule_entry_id on fee_schedule_entry (id);

create table imaging_cap (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  modifier_id text references modifier (id),
  jurisdiction_id text not null references jurisdiction (id),
  release text not null,
  status_code text not null,
  non_facility_cap integer not null,
  facility_cap integer not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index imaging_cap_id on imaging_cap (id);
create index imaging_cap_jurisdiction_id on imaging_cap (jurisdiction_id, id);

create table opps_status (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  year integer not null,
  status_indicator text not null,
  apc text,
  relative_weight integer,
  payment_rate integer,
  national_copayment integer,
  minimum_copayment integer,
  adjusted_copayment integer,
  pass_through_ends text,
  apc_inferred text,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index opps_status_id on opps_status (id);

create table opps_comparison (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  modifier_id text references modifier (id),
  year integer not null,
  comparison_rvu integer not null,
  comparison_amount integer not null,
  nearest_apc text,
  summary text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index opps_comparison_id on opps_comparison (id);

create table apc_rate (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  payer_id text not null references payer (id),
  apc text not null,
  label text not null,
  status_indicator text not null,
  relative_weight integer not null,
  payment_rate integer not null,
  minimum_copayment integer not null,
  primary key (payer_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index apc_rate_id on apc_rate (id);

create table laboratory_fee (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  modifier_id text references modifier (id),
  year integer not null,
  fee_kind text not null check ((fee_kind = 'NATIONAL_N' or fee_kind = 'LOCAL_L')),
  amount integer,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index laboratory_fee_id on laboratory_fee (id);
create index laboratory_fee_modifier_id on laboratory_fee (modifier_id, id);

create table conversion_factor (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  payer_id text not null references payer (id),
  applies_to text not null check ((applies_to = 'ALL' or applies_to = 'QUALIFYING_APM' or applies_to = 'NOT_QUALIFYING_APM')),
  factor integer not null,
  primary key (payer_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index conversion_factor_id on conversion_factor (id);

create table locality_index (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  jurisdiction_id text not null references jurisdiction (id),
  work_gpci integer not null,
  practice_expense_gpci integer not null,
  malpractice_gpci integer not null,
  primary key (jurisdiction_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index locality_index_id on locality_index (id);

create table zip_locality (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  zip text not null,
  plus_four_from text,
  plus_four_to text,
  jurisdiction_id text not null references jurisdiction (id),
  needs_plus_four integer not null check (needs_plus_four in (0, 1)),
  release text not null,
  primary key (zip, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index zip_locality_id on zip_locality (id);
create index zip_locality_jurisdiction_id on zip_locality (jurisdiction_id, id);

create table rate_benchmark (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  subject_id text not null,
  payer_id text references payer (id),
  payer_stated text,
  network text,
  facility text,
  amount_kind text not null check ((amount_kind = 'NEGOTIATED_RATE' or amount_kind = 'NEGOTIATED_PERCENTAGE' or amount_kind = 'ALLOWED_AMOUNT' or amount_kind = 'PAID_AMOUNT' or amount_kind = 'BILLED_CHARGE' or amount_kind = 'SELF_PAY_PRICE' or amount_kind = 'FEE_SCHEDULE_AMOUNT')),
  billing_class text not null check ((billing_class = 'PROFESSIONAL' or billing_class = 'INSTITUTIONAL' or billing_class = 'BOTH')),
  modifiers text check (modifiers is null or json_type(modifiers) is 'array'),
  care_setting text check (care_setting is null or (care_setting = 'INPATIENT' or care_setting = 'OUTPATIENT' or care_setting = 'BOTH')),
  places text check (places is null or json_type(places) is 'array'),
  negotiated_type text check (negotiated_type is null or (negotiated_type = 'NEGOTIATED' or negotiated_type = 'DERIVED' or negotiated_type = 'FEE_SCHEDULE' or negotiated_type = 'PERCENTAGE' or negotiated_type = 'PER_DIEM' or negotiated_type = 'CASE_RATE' or negotiated_type = 'PERCENT_OF_BILLED_CHARGES' or negotiated_type = 'OTHER')),
  arrangement text check (arrangement is null or (arrangement = 'FEE_FOR_SERVICE' or arrangement = 'BUNDLE' or arrangement = 'CAPITATION')),
  algorithm text,
  statistic text not null check ((statistic = 'SINGLE' or statistic = 'MEDIAN' or statistic = 'MEAN' or statistic = 'TOTAL' or statistic = 'RANGE')),
  measure text not null,
  population text not null,
  jurisdiction_id text references jurisdiction (id),
  setting text check (setting is null or (setting = 'FACILITY' or setting = 'NON_FACILITY')),
  period text not null,
  amount integer,
  n integer,
  p10 integer,
  p25 integer,
  p50 integer,
  p75 integer,
  p90 integer,
  minimum integer,
  maximum integer,
  zeros integer,
  placeholders integer,
  low_outliers integer,
  high_outliers integer,
  method text,
  primary key (subject_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index rate_benchmark_id on rate_benchmark (id);
create index rate_benchmark_payer_id on rate_benchmark (payer_id, id);
create index rate_benchmark_jurisdiction_id on rate_benchmark (jurisdiction_id, id);

create table price_file (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  payer_id text not null references payer (id),
  kind text not null check ((kind = 'IN_NETWORK' or kind = 'ALLOWED_AMOUNTS')),
  location text not null,
  label text not null,
  plans integer not null,
  primary key (payer_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index price_file_id on price_file (id);

create table utilization (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  subject_id text not null,
  payer_id text references payer (id),
  measure text not null,
  population text not null,
  jurisdiction_id text references jurisdiction (id),
  setting text check (setting is null or (setting = 'FACILITY' or setting = 'NON_FACILITY')),
  period text not null,
  value integer,
  low integer,
  high integer,
  unit text not null,
  beneficiaries integer,
  providers integer,
  beneficiary_days integer,
  n integer,
  method text,
  primary key (subject_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index utilization_id on utilization (id);
create index utilization_payer_id on utilization (payer_id, id);
create index utilization_jurisdiction_id on utilization (jurisdiction_id, id);

create table clinical_fact (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  family_id text not null references service_family (id),
  topic text not null,
  summary text not null,
  low integer,
  high integer,
  value integer,
  unit text,
  population text,
  classes text check (classes is null or json_type(classes) is 'array'),
  primary key (family_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index clinical_fact_id on clinical_fact (id);

create table device_clearance (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  family_id text not null references service_family (id),
  submission text not null,
  label text not null,
  maker text not null,
  product_code text not null,
  regulation text not null,
  device_class text not null,
  decided_on text not null check (decided_on is date(decided_on)),
  summary text not null,
  primary key (family_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index device_clearance_id on device_clearance (id);

create table report_passage (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  code_id text not null references billing_code (id),
  section text not null check ((section = 'SUMMARY' or section = 'PAYERS_COVERED' or section = 'BILLING_CODE_OVERVIEW' or section = 'SERVICE_TYPE' or section = 'SITE_OF_SERVICE' or section = 'CLINICAL_CONTEXT' or section = 'MODIFIERS' or section = 'DIAGNOSES' or section = 'RELATED_CODES' or section = 'TAXONOMIES' or section = 'BENCHMARKS' or section = 'POLICY_UPDATES' or section = 'DATA_LIMITATIONS')),
  seq integer not null,
  summary text not null,
  primary key (code_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index report_passage_id on report_passage (id);

create table disagreement (
  id text not null,
  value_state text not null check ((value_state = 'VALUE' or value_state = 'NO_VALUE' or value_state = 'UNKNOWN_VALUE')),
  unknown_reason text check (unknown_reason is null or (unknown_reason = 'NOT_STATED_IN_SOURCE' or unknown_reason = 'POLICY_SILENT_ON_CODE' or unknown_reason = 'POLICY_TEXT_NOT_SEEN' or unknown_reason = 'NO_POLICY_FOUND' or unknown_reason = 'NOT_APPLICABLE_IN_SETTING' or unknown_reason = 'NOT_PRICED_UNDER_SCHEDULE' or unknown_reason = 'SOURCE_LICENSED_OR_PAYWALLED' or unknown_reason = 'SOURCES_CONFLICT' or unknown_reason = 'NOT_YET_REVIEWED')),
  rank text not null check ((rank = 'PREFERRED' or rank = 'NORMAL' or rank = 'DEPRECATED')),
  rank_reason text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  valid_end text not null check ((valid_end = 'KNOWN' or valid_end = 'OPEN' or valid_end = 'NOT_KNOWN')),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  superseded_by text,
  knowledge_level text not null check ((knowledge_level = 'ASSERTION' or knowledge_level = 'ENTAILMENT' or knowledge_level = 'STATISTICAL_ASSOCIATION' or knowledge_level = 'OBSERVATION' or knowledge_level = 'PREDICTION' or knowledge_level = 'NOT_PROVIDED')),
  agent_type text not null check ((agent_type = 'MANUAL_AGENT' or agent_type = 'AUTOMATED_AGENT' or agent_type = 'TEXT_MINING_AGENT' or agent_type = 'MANUAL_VALIDATION_OF_AUTOMATED_AGENT' or agent_type = 'NOT_PROVIDED')),
  evidence text not null check ((evidence = 'PRIMARY' or evidence = 'SECONDARY')),
  note text,
  subject_id text not null,
  topic text not null,
  claim_a text not null,
  claim_b text not null,
  assessment text not null,
  primary key (subject_id, id),
  check ((value_state = 'UNKNOWN_VALUE') = (unknown_reason is not null)),
  check ((rank = 'DEPRECATED') <= (rank_reason is not null)),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_end = 'KNOWN') = (valid_to is not null)),
  check (recorded_to is null or recorded_from < recorded_to)
) strict, without rowid;
create unique index disagreement_id on disagreement (id);

create table data_gap (
  id text not null,
  payer_id text not null references payer (id),
  line_of_business text not null check ((line_of_business = 'COMMERCIAL' or line_of_business = 'MEDICARE_FFS' or line_of_business = 'MEDICARE_ADVANTAGE' or line_of_business = 'MEDICAID' or line_of_business = 'TRICARE' or line_of_business = 'WORKERS_COMPENSATION' or line_of_business = 'ANY_NOT_STATED')),
  code_id text not null references billing_code (id),
  component_id text not null references service_component (id),
  reason text not null check ((reason = 'NOT_STATED_IN_SOURCE' or reason = 'POLICY_SILENT_ON_CODE' or reason = 'POLICY_TEXT_NOT_SEEN' or reason = 'NO_POLICY_FOUND' or reason = 'NOT_APPLICABLE_IN_SETTING' or reason = 'NOT_PRICED_UNDER_SCHEDULE' or reason = 'SOURCE_LICENSED_OR_PAYWALLED' or reason = 'SOURCES_CONFLICT' or reason = 'NOT_YET_REVIEWED')),
  note text not null,
  statement_id text,
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  primary key (id)
) strict, without rowid;
create index data_gap_payer_id on data_gap (payer_id, id);
create index data_gap_code_id on data_gap (code_id, id);
create index data_gap_component_id on data_gap (component_id, id);

create table conflict (
  id text not null,
  kind text not null check ((kind = 'MODIFIER_VS_PCTC_INDICATOR' or kind = 'COVERAGE_DISAGREEMENT' or kind = 'AMOUNT_DISAGREEMENT' or kind = 'SITE_DISAGREEMENT' or kind = 'DIAGNOSIS_DISAGREEMENT' or kind = 'UNIT_LIMIT_VS_PAYMENT_STATUS' or kind = 'FEE_SCHEDULE_SUMS' or kind = 'FEE_SCHEDULE_OUTSIDE_CODE')),
  rule text not null,
  subject_id text not null,
  summary text not null,
  resolution text not null check ((resolution = 'RESOLVED_BY_AUTHORITY' or resolution = 'RESOLVED_BY_DATE' or resolution = 'UNRESOLVED')),
  resolution_reason text not null,
  preferred_id text,
  valid_from text check (valid_from is null or valid_from is date(valid_from)),
  valid_to text check (valid_to is null or valid_to is date(valid_to)),
  recorded_from text not null check (recorded_from is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_from)),
  recorded_to text check (recorded_to is null or recorded_to is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_to)),
  primary key (id)
) strict, without rowid;
create index conflict_subject_id on conflict (subject_id, id);
create index conflict_kind on conflict (kind, id);

create table conflict_member (
  conflict_id text not null references conflict (id),
  statement_id text not null,
  primary key (conflict_id, statement_id)
) strict, without rowid;
create index conflict_member_statement_id on conflict_member (statement_id, conflict_id);

create table change_event (
  seq integer not null,
  at text not null check (at is strftime('%Y-%m-%dT%H:%M:%SZ', at)),
  kind text not null check ((kind = 'CREATED' or kind = 'UPDATED' or kind = 'RETIRED' or kind = 'RANK_CHANGED' or kind = 'SOURCE_REFRESHED')),
  statement_id text not null,
  previous_id text,
  payer_ids text not null check (json_type(payer_ids) is 'array'),
  code_ids text not null check (json_type(code_ids) is 'array'),
  note text,
  primary key (seq)
) strict, without rowid;

create table check_result (
  rule text not null,
  statement text not null,
  offenders integer not null,
  primary key (rule)
) strict, without rowid;

create table release (
  content_hash text not null,
  feed_id text not null,
  seed_hash text not null,
  program_hash text not null,
  program_version text not null,
  built_at text not null check (built_at is strftime('%Y-%m-%dT%H:%M:%SZ', built_at)),
  counts text not null,
  largest_groups text,
  primary key (content_hash)
) strict, without rowid;

create view hcpcs_record_plain_whole as
select p.id as id,
  cast('VALUE' as text) as value_state,
  cast(null as text) as unknown_reason,
  cast('NORMAL' as text) as rank,
  cast(null as text) as rank_reason,
  cast(nullif(substr(p.id, 13 + instr(substr(p.id, 13), '/')), 'start-not-known') as text) as valid_from,
  f.valid_to as valid_to,
  f.valid_end as valid_end,
  f.recorded_from as recorded_from,
  cast(null as text) as recorded_to,
  cast(null as text) as superseded_by,
  cast('ASSERTION' as text) as knowledge_level,
  cast('AUTOMATED_AGENT' as text) as agent_type,
  cast('PRIMARY' as text) as evidence,
  cast(null as text) as note,
  cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as code_id,
  f.release as release,
  p.coverage as coverage,
  p.pricing as pricing,
  p.multiple_pricing as multiple_pricing,
  p.coverage_references as coverage_references,
  p.manual_references as manual_references,
  p.statute as statute,
  p.cross_references as cross_references,
  p.betos as betos,
  p.types_of_service as types_of_service,
  p.laboratory_certifications as laboratory_certifications,
  p.action as action,
  p.action_on as action_on
from hcpcs_record_plain p
cross join plain_file f on f.number = p.file;

create view hcpcs_record_plain_citation_first as
select p.id as stated, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as about, p.id as subject_id, cast(0 as integer) as seq, f.source_id, cast('PRIMARY_KNOWLEDGE_SOURCE' as text) as role, p.locator, cast(null as text) as part
from hcpcs_record_plain p
cross join plain_file f on f.number = p.file;

create view hcpcs_record_plain_citation_again as
select p.id as stated, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as about, p.id as subject_id, cast(1 as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from hcpcs_record_plain p
cross join plain_file f on f.number = p.again;

create view hcpcs_record_plain_citation_subject as
select p.id as stated, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as about, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as subject_id, cast(iif(p.named = 1, 0, 1000 * p.file) as integer) as seq, f.source_id, cast(iif(p.named = 1, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE') as text) as role, p.locator, cast(null as text) as part
from hcpcs_record_plain p
cross join plain_file f on f.number = p.file
where p.named > 0;

create view hcpcs_record_plain_citation_subject_again as
select p.id as stated, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as about, cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as subject_id, cast(1000 * p.again as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from hcpcs_record_plain p
cross join plain_file f on f.number = p.again
where p.named > 0;

create view hcpcs_record_plain_citation as
select * from hcpcs_record_plain_citation_first
union all
select * from hcpcs_record_plain_citation_again
union all
select * from hcpcs_record_plain_citation_subject
union all
select * from hcpcs_record_plain_citation_subject_again;

create view hcpcs_record as
select id, value_state, unknown_reason, rank, rank_reason, valid_from, valid_to, valid_end, recorded_from, recorded_to, superseded_by, knowledge_level, agent_type, evidence, note, code_id, release, coverage, pricing, multiple_pricing, coverage_references, manual_references, statute, cross_references, betos, types_of_service, laboratory_certifications, action, action_on from hcpcs_record_own
union all
select id, value_state, unknown_reason, rank, rank_reason, valid_from, valid_to, valid_end, recorded_from, recorded_to, superseded_by, knowledge_level, agent_type, evidence, note, code_id, release, coverage, pricing, multiple_pricing, coverage_references, manual_references, statute, cross_references, betos, types_of_service, laboratory_certifications, action, action_on from hcpcs_record_plain_whole;

create view diagnosis_validity_plain_whole as
select p.id as id,
  cast('VALUE' as text) as value_state,
  cast(null as text) as unknown_reason,
  cast('NORMAL' as text) as rank,
  cast(null as text) as rank_reason,
  cast(nullif(substr(p.id, 19 + instr(substr(p.id, 19), '/')), 'start-not-known') as text) as valid_from,
  f.valid_to as valid_to,
  f.valid_end as valid_end,
  f.recorded_from as recorded_from,
  cast(null as text) as recorded_to,
  cast(null as text) as superseded_by,
  cast('ASSERTION' as text) as knowledge_level,
  cast('AUTOMATED_AGENT' as text) as agent_type,
  cast('PRIMARY' as text) as evidence,
  cast(null as text) as note,
  cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as diagnosis_id,
  p.billable as billable,
  p.title as title,
  f.release as release
from diagnosis_validity_plain p
cross join plain_file f on f.number = p.file;

create view diagnosis_validity_plain_citation_first as
select p.id as stated, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as about, p.id as subject_id, cast(0 as integer) as seq, f.source_id, cast('PRIMARY_KNOWLEDGE_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_plain p
cross join plain_file f on f.number = p.file;

create view diagnosis_validity_plain_citation_again as
select p.id as stated, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as about, p.id as subject_id, cast(1 as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_plain p
cross join plain_file f on f.number = p.again;

create view diagnosis_validity_plain_citation_subject as
select p.id as stated, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as about, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as subject_id, cast(iif(p.named = 1, 0, 1000 * p.file) as integer) as seq, f.source_id, cast(iif(p.named = 1, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE') as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_plain p
cross join plain_file f on f.number = p.file
where p.named > 0;

create view diagnosis_validity_plain_citation_subject_again as
select p.id as stated, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as about, cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as subject_id, cast(1000 * p.again as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_plain p
cross join plain_file f on f.number = p.again
where p.named > 0;

create view diagnosis_validity_plain_citation as
select * from diagnosis_validity_plain_citation_first
union all
select * from diagnosis_validity_plain_citation_again
union all
select * from diagnosis_validity_plain_citation_subject
union all
select * from diagnosis_validity_plain_citation_subject_again;

create view diagnosis_validity_held as
select cast('DiagnosisValidity:' || substr(id, 15) || '/' || stated_from as text) as id,
  id as subject_id,
  stated_from as first_day,
  stated_by as file,
  stated_again as again,
  1 as named,
  stated_at as locator,
  billable as billable,
  label as title
from diagnosis_code
where stated_by is not null;

create view diagnosis_validity_held_whole as
select p.id as id,
  cast('VALUE' as text) as value_state,
  cast(null as text) as unknown_reason,
  cast('NORMAL' as text) as rank,
  cast(null as text) as rank_reason,
  cast(nullif(p.first_day, 'start-not-known') as text) as valid_from,
  f.valid_to as valid_to,
  f.valid_end as valid_end,
  f.recorded_from as recorded_from,
  cast(null as text) as recorded_to,
  cast(null as text) as superseded_by,
  cast('ASSERTION' as text) as knowledge_level,
  cast('AUTOMATED_AGENT' as text) as agent_type,
  cast('PRIMARY' as text) as evidence,
  cast(null as text) as note,
  p.subject_id as diagnosis_id,
  p.billable as billable,
  p.title as title,
  f.release as release
from diagnosis_validity_held p
cross join plain_file f on f.number = p.file;

create view diagnosis_validity_held_citation_first as
select p.id as stated, p.subject_id as about, p.id as subject_id, cast(0 as integer) as seq, f.source_id, cast('PRIMARY_KNOWLEDGE_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_held p
cross join plain_file f on f.number = p.file;

create view diagnosis_validity_held_citation_again as
select p.id as stated, p.subject_id as about, p.id as subject_id, cast(1 as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_held p
cross join plain_file f on f.number = p.again;

create view diagnosis_validity_held_citation_subject as
select p.id as stated, p.subject_id as about, p.subject_id as subject_id, cast(iif(p.named = 1, 0, 1000 * p.file) as integer) as seq, f.source_id, cast(iif(p.named = 1, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE') as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_held p
cross join plain_file f on f.number = p.file
where p.named > 0;

create view diagnosis_validity_held_citation_subject_again as
select p.id as stated, p.subject_id as about, p.subject_id as subject_id, cast(1000 * p.again as integer) as seq, f.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role, p.locator, cast(null as text) as part
from diagnosis_validity_held p
cross join plain_file f on f.number = p.again
where p.named > 0;

create view diagnosis_validity_held_citation as
select * from diagnosis_validity_held_citation_first
union all
select * from diagnosis_validity_held_citation_again
union all
select * from diagnosis_validity_held_citation_subject
union all
select * from diagnosis_validity_held_citation_subject_again;

create view diagnosis_validity as
select id, value_state, unknown_reason, rank, rank_reason, valid_from, valid_to, valid_end, recorded_from, recorded_to, superseded_by, knowledge_level, agent_type, evidence, note, diagnosis_id, billable, title, release from diagnosis_validity_own
union all
select id, value_state, unknown_reason, rank, rank_reason, valid_from, valid_to, valid_end, recorded_from, recorded_to, superseded_by, knowledge_level, agent_type, evidence, note, diagnosis_id, billable, title, release from diagnosis_validity_plain_whole
union all
select id, value_state, unknown_reason, rank, rank_reason, valid_from, valid_to, valid_end, recorded_from, recorded_to, superseded_by, knowledge_level, agent_type, evidence, note, diagnosis_id, billable, title, release from diagnosis_validity_held_whole;

create view citation as
select subject_id, seq, source_id, role, locator, part from citation_own
union all
select subject_id, seq, source_id, role, locator, part from hcpcs_record_plain_citation_first
union all
select subject_id, seq, source_id, role, locator, part from hcpcs_record_plain_citation_again
union all
select subject_id, seq, source_id, role, locator, part from hcpcs_record_plain_citation_subject
union all
select subject_id, seq, source_id, role, locator, part from hcpcs_record_plain_citation_subject_again
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_plain_citation_first
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_plain_citation_again
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_plain_citation_subject
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_plain_citation_subject_again
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_held_citation_first
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_held_citation_again
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_held_citation_subject
union all
select subject_id, seq, source_id, role, locator, part from diagnosis_validity_held_citation_subject_again;

create view citing as
select c.subject_id, c.source_id
from citation_own c
where not exists (
  select 1 from citation_own e where e.subject_id = c.subject_id and e.source_id = c.source_id and e.seq < c.seq)
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join hcpcs_record_plain p on p.file = f.number
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join hcpcs_record_plain p on p.again = f.number
union all
select cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as subject_id, f.source_id
from plain_file f
cross join hcpcs_record_plain p on p.file = f.number and p.named > 0
union all
select cast('BillingCode:' || substr(p.id, 13, instr(p.id, '/') - 13) as text) as subject_id, f.source_id
from plain_file f
cross join hcpcs_record_plain p on p.again = f.number and p.named > 0
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_plain p on p.file = f.number
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_plain p on p.again = f.number
union all
select cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_plain p on p.file = f.number and p.named > 0
union all
select cast('DiagnosisCode:' || substr(p.id, 19, instr(p.id, '/') - 19) as text) as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_plain p on p.again = f.number and p.named > 0
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_held p on p.file = f.number
union all
select p.id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_held p on p.again = f.number
union all
select p.subject_id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_held p on p.file = f.number and p.named > 0
union all
select p.subject_id as subject_id, f.source_id
from plain_file f
cross join diagnosis_validity_held p on p.again = f.number and p.named > 0;

create view statement as
select 'CodeValidity' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from code_validity
union all
select 'ModifierValidity' as type, modifier_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from modifier_validity
union all
select 'HcpcsRecord' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from hcpcs_record_own
union all
select 'HcpcsRecord' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from hcpcs_record_plain_whole
union all
select 'ServiceClassification' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from service_classification
union all
select 'PcTcIndicatorStatement' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from pc_tc_indicator
union all
select 'ModifierRule' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from modifier_rule
union all
select 'CodeRelation' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from code_relation
union all
select 'CodePairEdit' as type, column1_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from code_pair_edit
union all
select 'UnitLimit' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from unit_limit
union all
select 'AddOnEdit' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from add_on_edit
union all
select 'SitePlaceMapping' as type, site_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from site_place
union all
select 'SiteOfServiceRule' as type, code_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from site_rule
union all
select 'CoverageStatement' as type, component_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from coverage
union all
select 'PriorAuthorizationStatement' as type, component_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from prior_authorization
union all
select 'CoverageCriterion' as type, policy_version_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from coverage_criterion
union all
select 'PolicyEvent' as type, subject_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from policy_event
union all
select 'BillingRule' as type, subject_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from billing_rule
union all
select 'PolicyListing' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from policy_listing
union all
select 'PolicyDiagnosis' as type, policy_version_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from policy_diagnosis
union all
select 'PolicyRelation' as type, policy_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from policy_relation
union all
select 'ContractorArea' as type, payer_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from contractor_area
union all
select 'DiagnosisValidity' as type, diagnosis_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from diagnosis_validity_own
union all
select 'DiagnosisValidity' as type, diagnosis_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from diagnosis_validity_plain_whole
union all
select 'DiagnosisValidity' as type, diagnosis_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from diagnosis_validity_held_whole
union all
select 'DiagnosisSupport' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from diagnosis_support
union all
select 'FeeScheduleEntry' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from fee_schedule_entry
union all
select 'ImagingCap' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from imaging_cap
union all
select 'OppsStatus' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from opps_status
union all
select 'OppsComparison' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from opps_comparison
union all
select 'ApcRate' as type, payer_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from apc_rate
union all
select 'LaboratoryFee' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from laboratory_fee
union all
select 'ConversionFactor' as type, payer_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from conversion_factor
union all
select 'LocalityIndex' as type, jurisdiction_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from locality_index
union all
select 'ZipLocality' as type, jurisdiction_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from zip_locality
union all
select 'RateBenchmark' as type, subject_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from rate_benchmark
union all
select 'PriceFile' as type, payer_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from price_file
union all
select 'UtilizationStatement' as type, subject_id as subject_id, payer_id as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from utilization
union all
select 'ClinicalFact' as type, family_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from clinical_fact
union all
select 'DeviceClearance' as type, family_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from device_clearance
union all
select 'ReportPassage' as type, code_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from report_passage
union all
select 'SourceDisagreement' as type, subject_id as subject_id, cast(null as text) as payer_id, id, value_state, unknown_reason, rank, valid_from, valid_to, recorded_from, recorded_to, superseded_by from disagreement;

create view entity as
select 'Source' as type, id from source
union all
select 'ServiceFamily' as type, id from service_family
union all
select 'BillingCode' as type, id from billing_code
union all
select 'ServiceComponent' as type, id from service_component
union all
select 'Modifier' as type, id from modifier
union all
select 'Indicator' as type, id from indicator
union all
select 'PlaceOfService' as type, id from place_of_service
union all
select 'SiteOfService' as type, id from site_of_service
union all
select 'Jurisdiction' as type, id from jurisdiction
union all
select 'Payer' as type, id from payer
union all
select 'Policy' as type, id from policy
union all
select 'PolicyVersion' as type, id from policy_version
union all
select 'DiagnosisCode' as type, id from diagnosis_code
union all
select 'Workflow' as type, id from workflow
union all
select 'WorkflowStep' as type, id from workflow_step
union all
select 'DataGap' as type, id from data_gap
union all
select 'Conflict' as type, id from conflict;

create view coverage_condition as
select c.id as coverage_id, k.id as criterion_id
from coverage c
join coverage_criterion k on k.policy_version_id = c.policy_version_id
join statement_code s on s.statement_id = k.id and s.code_id = c.code_id;

create view conflict_statement as
select m.conflict_id, m.statement_id, s.valid_from, s.valid_to, s.recorded_from, s.recorded_to
from conflict_member m
cross join statement s
where s.id = m.statement_id;

create view statement_conflict as
select m.statement_id, m.conflict_id, c.valid_from, c.valid_to, c.recorded_from, c.recorded_to
from conflict_member m
join conflict c on c.id = m.conflict_id;

create view code_report as
select x.code_id as code_id, cast('PAYERS_COVERED' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from coverage x
union all
select x.code_id as code_id, cast('PAYERS_COVERED' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from prior_authorization x
union all
select x.code_id as code_id, cast('BILLING_CODE_OVERVIEW' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from code_validity x
union all
select x.code_id as code_id, cast('BILLING_CODE_OVERVIEW' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from pc_tc_indicator x
union all
select x.code_id as code_id, cast('BILLING_CODE_OVERVIEW' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from unit_limit x
union all
select x.code_id as code_id, cast('BILLING_CODE_OVERVIEW' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from hcpcs_record_own x
union all
select x.code_id as code_id, cast('BILLING_CODE_OVERVIEW' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from hcpcs_record_plain_whole x
union all
select x.code_id as code_id, cast('SITE_OF_SERVICE' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from site_rule x
union all
select x.code_id as code_id, cast('MODIFIERS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from modifier_rule x
union all
select x.code_id as code_id, cast('DIAGNOSES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from diagnosis_support x
union all
select x.code_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from code_relation x
union all
select x.other_code_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from code_relation x
union all
select x.code_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from add_on_edit x
union all
select x.primary_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from add_on_edit x
union all
select x.column1_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from code_pair_edit x
union all
select x.column2_id as code_id, cast('RELATED_CODES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from code_pair_edit x
union all
select x.code_id as code_id, cast('TAXONOMIES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from service_classification x
union all
select x.code_id as code_id, cast('BENCHMARKS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from fee_schedule_entry x
union all
select x.code_id as code_id, cast('BENCHMARKS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from opps_status x
union all
select x.code_id as code_id, cast('BENCHMARKS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from laboratory_fee x
union all
select x.subject_id as code_id, cast('BENCHMARKS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from rate_benchmark x
union all
select x.subject_id as code_id, cast('BENCHMARKS' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from utilization x
union all
select x.code_id as code_id, x.section as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to from report_passage x
union all
select s.code_id, cast('POLICY_UPDATES' as text) as section, x.id as statement_id, x.rank, x.valid_from, x.valid_to, x.recorded_from, x.recorded_to
from statement_code s cross join policy_event x where x.id = s.statement_id;

create view ptp_statement as
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as id,
  cast('VALUE' as text) as value_state,
  cast(null as text) as unknown_reason,
  cast('NORMAL' as text) as rank,
  cast(null as text) as rank_reason,
  cast(nullif(e.starts, 'start-not-known') as text) as valid_from,
  t.valid_to as valid_to,
  cast(iif(t.valid_to is null, 'OPEN', 'KNOWN') as text) as valid_end,
  f.recorded_from as recorded_from,
  cast((select c.recorded_from from ptp_file c where c.number = e.closed_by) as text) as recorded_to,
  cast((
    select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(n.version = 0, '', '/recorded-' || c.recorded_from) as text) from ptp_edit n join ptp_file c on c.number = n.first_file
    where n.column1 = e.column1 and n.column2 = e.column2 and n.practitioner = e.practitioner and n.starts = e.starts
      and n.version = e.version + 1 and n.first_file = e.closed_by) as text) as superseded_by,
  cast('ASSERTION' as text) as knowledge_level,
  cast('AUTOMATED_AGENT' as text) as agent_type,
  cast('PRIMARY' as text) as evidence,
  cast(iif(t.before1996, 'It was in existence before 1996.', null) as text) as note,
  a.id as column1_id,
  b.id as column2_id,
  cast('NCCI_PTP' as text) as kind,
  cast(iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') as text) as service_type,
  t.modifier_indicator as modifier_indicator,
  t.rationale as rationale,
  cast('CodePairEdit' as text) as type,
  a.id as subject_id,
  cast(null as text) as payer_id,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version
from billing_code a
cross join ptp_edit e on e.column1 = a.code
cross join billing_code b on b.code = e.column2
cross join ptp_term t on t.number = e.term
cross join ptp_file f on f.number = e.first_file;

create view ptp_by_column2 as
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as id,
  cast('VALUE' as text) as value_state,
  cast(null as text) as unknown_reason,
  cast('NORMAL' as text) as rank,
  cast(null as text) as rank_reason,
  cast(nullif(e.starts, 'start-not-known') as text) as valid_from,
  t.valid_to as valid_to,
  cast(iif(t.valid_to is null, 'OPEN', 'KNOWN') as text) as valid_end,
  f.recorded_from as recorded_from,
  cast((select c.recorded_from from ptp_file c where c.number = e.closed_by) as text) as recorded_to,
  cast((
    select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(n.version = 0, '', '/recorded-' || c.recorded_from) as text) from ptp_edit n join ptp_file c on c.number = n.first_file
    where n.column1 = e.column1 and n.column2 = e.column2 and n.practitioner = e.practitioner and n.starts = e.starts
      and n.version = e.version + 1 and n.first_file = e.closed_by) as text) as superseded_by,
  cast('ASSERTION' as text) as knowledge_level,
  cast('AUTOMATED_AGENT' as text) as agent_type,
  cast('PRIMARY' as text) as evidence,
  cast(iif(t.before1996, 'It was in existence before 1996.', null) as text) as note,
  a.id as column1_id,
  b.id as column2_id,
  cast('NCCI_PTP' as text) as kind,
  cast(iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') as text) as service_type,
  t.modifier_indicator as modifier_indicator,
  t.rationale as rationale,
  cast('CodePairEdit' as text) as type,
  a.id as subject_id,
  cast(null as text) as payer_id,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version
from billing_code b
cross join ptp_edit e on e.column2 = b.code
cross join billing_code a on a.code = e.column1
cross join ptp_term t on t.number = e.term
cross join ptp_file f on f.number = e.first_file;

create view ptp_listed as
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as id,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version,
  cast(nullif(e.starts, 'start-not-known') as text) as valid_from,
  t.valid_to as valid_to,
  f.recorded_from as recorded_from,
  cast((select c.recorded_from from ptp_file c where c.number = e.closed_by) as text) as recorded_to
from ptp_edit e
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
cross join ptp_term t on t.number = e.term
cross join ptp_file f on f.number = e.first_file;

create view ptp_citation as
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as subject_id, 0 as seq, f.source_id, cast('PRIMARY_KNOWLEDGE_SOURCE' as text) as role,
  cast('line ' || e.line || ', ' || 'column 1 ' || e.column1 || ', column 2 ' || e.column2 as text) as locator, cast(null as text) as part,
  e.column1 as column1,
  e.column2 as column2
from ptp_edit e
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
cross join ptp_file f on f.number = e.first_file
union all
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as subject_id, 1 as seq, l.source_id, cast('SUPPORTING_DATA_SOURCE' as text) as role,
  cast('column 1 ' || e.column1 || ', column 2 ' || e.column2 as text) as locator, cast(null as text) as part,
  e.column1 as column1,
  e.column2 as column2
from ptp_edit e
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
cross join ptp_file f on f.number = e.first_file
cross join ptp_file l on l.number = e.last_file and l.number <> f.number;

create view ptp_citing as
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as subject_id, f.source_id,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version
from ptp_file f
cross join ptp_edit e on f.stated_first > 0 and e.first_file = f.number and e.column1 between f.first_column1 and f.last_column1
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
union all
select cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as subject_id, l.source_id,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version
from ptp_file l
cross join ptp_edit e on l.stated_last > 0 and e.last_file = l.number and e.column1 between l.first_column1 and l.last_column1
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
cross join ptp_file f on f.number = e.first_file and f.number <> l.number;

create view ptp_in_report as
select a.id as code_id, cast('RELATED_CODES' as text) as section, cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as statement_id,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version,
  cast(nullif(e.starts, 'start-not-known') as text) as valid_from,
  t.valid_to as valid_to,
  f.recorded_from as recorded_from,
  cast((select c.recorded_from from ptp_file c where c.number = e.closed_by) as text) as recorded_to
from billing_code a
cross join ptp_edit e on e.column1 = a.code
cross join billing_code b on b.code = e.column2
cross join ptp_term t on t.number = e.term
cross join ptp_file f on f.number = e.first_file
union all
select b.id as code_id, cast('RELATED_CODES' as text) as section, cast('CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(e.version = 0, '', '/recorded-' || f.recorded_from) as text) as statement_id,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind,
  e.column1 as column1,
  e.column2 as column2,
  e.practitioner as practitioner,
  e.starts as starts,
  e.version as version,
  cast(nullif(e.starts, 'start-not-known') as text) as valid_from,
  t.valid_to as valid_to,
  f.recorded_from as recorded_from,
  cast((select c.recorded_from from ptp_file c where c.number = e.closed_by) as text) as recorded_to
from billing_code b
cross join ptp_edit e on e.column2 = b.code
cross join billing_code a on a.code = e.column1
cross join ptp_term t on t.number = e.term
cross join ptp_file f on f.number = e.first_file;

create view ptp_tallied as
select y.edits, cast(nullif(y.starts, 'start-not-known') as text) as valid_from, y.valid_to, f.recorded_from, c.recorded_from as recorded_to,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind
from ptp_tally y
cross join ptp_file f on f.number = y.first_file
left join ptp_file c on c.number = y.closed_by;

create view ptp_cited as
select f.source_id, f.stated_first + f.stated_last as edits,
  cast('CodePairEdit' as text) as type,
  cast(null as text) as payer_id,
  cast('NORMAL' as text) as rank,
  cast('VALUE' as text) as value_state,
  cast('CODE_EDIT_FILE' as text) as source_kind
from ptp_file f;
