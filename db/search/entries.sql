-- How the entities in `searchable` read in the search index. Within a type they go by `ahead` and id.
create temp view entry (type, id, ahead, names, label, description) as
select e.type, e.id, e.ahead, e.names, e.label, e.description
from (
  select 'BillingCode' as type, c.id as id, '' as ahead, json_array(c.code, 'CPT ' || c.code, 'HCPCS ' || c.code, 'code ' || c.code) as names, c.label as label, c.description as description
  from billing_code c
  union all
  -- Short words for a service, such as TBS, stand in the labels of its codes.
  select 'ServiceFamily', f.id, '', json_array(f.slug), f.label,
    f.description || coalesce((select ' Codes: ' || group_concat(c.label, '; ') from billing_code c where c.family_id = f.id), '')
  from service_family f
  union all
  -- A payer that others belong to comes before them. An identifier alone is no name of it: a number may be a code, too.
  select 'Payer', p.id, not exists (select 1 from payer m where m.parent_id = p.id), (
    select json_group_array(f.name) from (
      select a.value as name from json_each(p.aliases) a union all select p.slug
      union all select iif(i.system = 'CLAIM_PAYER_ID', 'payer id ', lower(substr(i.system, 1, instr(i.system || '_', '_') - 1)) || ' ') || i.value
      from payer_identifier i where i.payer_id = p.id and i.value is not null and i.rank <> 'DEPRECATED' and i.recorded_to is null
    ) f
  ), p.label, coalesce(p.note, '')
  from payer p
  union all
  -- The role serves as the name of a component that has no label of its own.
  select 'ServiceComponent', c.id, '', json_array(f.label || ' ' || lower(replace(c.role, '_', ' '))), c.label, ''
  from service_component c
  join service_family f on f.id = c.family_id
  union all
  select 'PlaceOfService', p.id, '', json_array(p.code, 'POS ' || p.code, 'place of service ' || p.code), p.label, p.description
  from place_of_service p
  union all
  select 'SiteOfService', s.id, '', json_array(s.slug), s.label, s.description
  from site_of_service s
  union all
  select 'Modifier', m.id, '', json_array(m.code, 'modifier ' || m.code, 'mod ' || m.code), m.label, m.description
  from modifier m
  union all
  -- A heading comes before the codes below it.
  select 'DiagnosisCode', d.id, length(d.code), json_array(d.code, 'ICD-10 ' || d.code, 'ICD-10-CM ' || d.code, 'dx ' || d.code), d.label, coalesce(d.topic, '')
  from diagnosis_code d
  union all
  -- Ten digits are a name with the dashes of each form that the eleven may come from: a part that begins with 0 may lack it.
  select 'NationalDrugCode', n.id, '', (
    select json_group_array(f.name) from (
      select n.code as name union all select n.dashed union all select 'NDC ' || n.dashed
      union all select substr(n.dashed, 2) where n.dashed like '0%'
      union all select substr(n.dashed, 1, 6) || substr(n.dashed, 8) where substr(n.dashed, 7, 1) = '0'
      union all select substr(n.dashed, 1, 11) || substr(n.dashed, 13) where substr(n.dashed, 12, 1) = '0'
    ) f
  ), n.label, n.labeler
  from national_drug_code n
  union all
  select 'Policy', p.id, '', json_array(p.slug, coalesce(p.number, p.slug), y.label || ' ' || coalesce(p.number, p.slug)), p.label, y.label
  from policy p
  join payer y on y.id = p.payer_id
  union all
  select 'Workflow', w.id, '', json_array(w.slug), w.label, w.description
  from workflow w
  union all
  select 'WorkflowStep', s.id, s.workflow_id || printf('/%04d', s.seq), '[]', s.label, w.label || ': ' || s.actor_stated
  from workflow_step s
  join workflow w on w.id = s.workflow_id
  union all
  select 'Indicator', i.id, '', json_array(i.field || ' ' || i.value), i.label, i.meaning
  from indicator i
  union all
  select 'Jurisdiction', j.id, '', json_array(j.code), j.label, coalesce(j.state, '')
  from jurisdiction j
  union all
  select 'PolicyVersion', v.id, '', '[]', v.title, y.label || ', ' || coalesce(p.number, p.label) || ', version ' || v.version
  from policy_version v
  join policy p on p.id = v.policy_id
  join payer y on y.id = p.payer_id
  union all
  select 'Source', s.id, '', json_array(s.slug), s.title, s.publisher
  from source s
) e
where e.id in searchable;
