-- The entities in `searchable`, with their names. The slots of a type follow those of the types before it (see fill-index.ts).
insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'BillingCode') + row_number() over (order by c.id),
  c.id, 'BillingCode', json_array(c.code, 'CPT ' || c.code, 'HCPCS ' || c.code, 'code ' || c.code), c.label, c.description
from billing_code c
where c.id in searchable
order by c.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'ServiceFamily') + row_number() over (order by f.id),
  f.id, 'ServiceFamily', json_array(f.slug), f.label, f.description
from service_family f
where f.id in searchable
order by f.id;

-- A payer that others belong to comes before them.
insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Payer') + row_number() over (order by not exists (select 1 from payer m where m.parent_id = p.id), p.id),
  p.id, 'Payer', json_insert(p.aliases, '$[#]', p.slug), p.label, coalesce(p.note, '')
from payer p
where p.id in searchable
order by not exists (select 1 from payer m where m.parent_id = p.id), p.id;

-- The role serves as the name of a component that has no label of its own.
insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'ServiceComponent') + row_number() over (order by c.id),
  c.id, 'ServiceComponent', json_array(f.label || ' ' || lower(replace(c.role, '_', ' '))), c.label, ''
from service_component c
join service_family f on f.id = c.family_id
where c.id in searchable
order by c.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'PlaceOfService') + row_number() over (order by p.id),
  p.id, 'PlaceOfService', json_array(p.code, 'POS ' || p.code, 'place of service ' || p.code), p.label, p.description
from place_of_service p
where p.id in searchable
order by p.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'SiteOfService') + row_number() over (order by s.id),
  s.id, 'SiteOfService', json_array(s.slug), s.label, s.description
from site_of_service s
where s.id in searchable
order by s.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Modifier') + row_number() over (order by m.id),
  m.id, 'Modifier', json_array(m.code, 'modifier ' || m.code, 'mod ' || m.code), m.label, m.description
from modifier m
where m.id in searchable
order by m.id;

-- A heading comes before the codes below it.
insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'DiagnosisCode') + row_number() over (order by length(d.code), d.id),
  d.id, 'DiagnosisCode', json_array(d.code, 'ICD-10 ' || d.code, 'ICD-10-CM ' || d.code, 'dx ' || d.code), d.label, coalesce(d.topic, '')
from diagnosis_code d
where d.id in searchable
order by length(d.code), d.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Policy') + row_number() over (order by p.id),
  p.id, 'Policy', json_array(p.slug, coalesce(p.number, p.slug)), p.label, y.label
from policy p
join payer y on y.id = p.payer_id
where p.id in searchable
order by p.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Workflow') + row_number() over (order by w.id),
  w.id, 'Workflow', json_array(w.slug), w.label, w.description
from workflow w
where w.id in searchable
order by w.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'WorkflowStep') + row_number() over (order by s.workflow_id, s.seq),
  s.id, 'WorkflowStep', '[]', s.label, w.label || ': ' || s.actor_stated
from workflow_step s
join workflow w on w.id = s.workflow_id
where s.id in searchable
order by s.workflow_id, s.seq;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Indicator') + row_number() over (order by i.id),
  i.id, 'Indicator', json_array(i.field || ' ' || i.value), i.label, i.meaning
from indicator i
where i.id in searchable
order by i.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Jurisdiction') + row_number() over (order by j.id),
  j.id, 'Jurisdiction', json_array(j.code), j.label, coalesce(j.state, '')
from jurisdiction j
where j.id in searchable
order by j.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'PolicyVersion') + row_number() over (order by v.id),
  v.id, 'PolicyVersion', '[]', v.title, y.label || ', ' || coalesce(p.number, p.label) || ', version ' || v.version
from policy_version v
join policy p on p.id = v.policy_id
join payer y on y.id = p.payer_id
where v.id in searchable
order by v.id;

insert into search (rowid, id, type, names, label, description)
select (select n.slot from next_slot n where n.type = 'Source') + row_number() over (order by s.id),
  s.id, 'Source', json_array(s.slug), s.title, s.publisher
from source s
where s.id in searchable
order by s.id;
