-- A passage of a report that announces something and gives none, or says that its data were not available, is a gap and no content.
insert into data_gap (id, property, code_id, reason, note, statement_id, recorded_from, recorded_to)
with meant (section, property) as (values
  ('SUMMARY', 'DEFINITION'), ('PAYERS_COVERED', 'COVERAGE'), ('BILLING_CODE_OVERVIEW', 'DEFINITION'), ('SERVICE_TYPE', 'SERVICE_TYPE'),
  ('SITE_OF_SERVICE', 'SITES_OF_SERVICE'), ('CLINICAL_CONTEXT', 'CLINICAL_CONTEXT'), ('MODIFIERS', 'MODIFIERS'), ('DIAGNOSES', 'DIAGNOSES'),
  ('RELATED_CODES', 'RELATED_CODES'), ('TAXONOMIES', 'PROVIDER_TAXONOMIES'), ('BENCHMARKS', 'RATES'), ('POLICY_UPDATES', 'POLICY_UPDATES'),
  ('DATA_LIMITATIONS', 'REPORT_DATA'))
select 'DataGap:report-passages/' || substr(p.id, instr(p.id, ':') + 1), m.property, p.code_id,
  coalesce(p.unknown_reason, 'NOT_STATED_IN_SOURCE'), p.summary, p.id, p.recorded_from, p.recorded_to
from report_passage p
join meant m on m.section = p.section
where (p.value_state = 'UNKNOWN_VALUE' or p.section = 'DATA_LIMITATIONS') and p.rank <> 'DEPRECATED';
