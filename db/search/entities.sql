-- Every entity that can be searched, with its names. The order of the parts is the order of equal matches.
insert into search (id, type, names, label, description)
select c.id, 'BillingCode', json_array(c.code, 'CPT ' || c.code, 'HCPCS ' || c.code, 'code ' || c.code), c.label, c.description
from billing_code c order by c.id;

insert into search (id, type, names, label, description)
select f.id, 'ServiceFamily', json_array(f.slug), f.label, f.description
from service_family f order by f.id;

-- A payer that others belong to comes before them.
insert into search (id, type, names, label, description)
select p.id, 'Payer', json_insert(p.aliases, '$[#]', p.slug), p.label, coalesce(p.note, '')
from payer p
order by not exists (select 1 from payer m where m.parent_id = p.id), p.id;

-- The role serves as the name of a component that has no label of its own.
insert into search (id, type, names, label, description)
select c.id, 'ServiceComponent', json_array(f.label || ' ' || lower(replace(c.role, '_', ' '))), c.label, ''
from service_component c
join service_family f on f.id = c.family_id
order by c.id;

insert into search (id, type, names, label, description)
select p.id, 'PlaceOfService', json_array(p.code, 'POS ' || p.code, 'place of service ' || p.code), p.label, p.description
from place_of_service p order by p.id;

insert into search (id, type, names, label, description)
select s.id, 'SiteOfService', json_array(s.slug), s.label, s.description
from site_of_service s order by s.id;

insert into search (id, type, names, label, description)
select m.id, 'Modifier', json_array(m.code, 'modifier ' || m.code, 'mod ' || m.code), m.label, m.description
from modifier m order by m.id;

-- A heading comes before the codes below it.
insert into search (id, type, names, label, description)
select d.id, 'DiagnosisCode', json_array(d.code, 'ICD-10 ' || d.code, 'ICD-10-CM ' || d.code, 'dx ' || d.code), d.label, coalesce(d.topic, '')
from diagnosis_code d order by length(d.code), d.id;

insert into search (id, type, names, label, description)
select p.id, 'Policy', json_array(p.slug, coalesce(p.number, p.slug)), p.label, y.label
from policy p
join payer y on y.id = p.payer_id
order by p.id;

insert into search (id, type, names, label, description)
select w.id, 'Workflow', json_array(w.slug), w.label, w.description
from workflow w order by w.id;

insert into search (id, type, names, label, description)
select s.id, 'WorkflowStep', '[]', s.label, w.label || ': ' || s.actor_stated
from workflow_step s
join workflow w on w.id = s.workflow_id
order by s.workflow_id, s.seq;

insert into search (id, type, names, label, description)
select i.id, 'Indicator', json_array(i.field || ' ' || i.value), i.label, i.meaning
from indicator i order by i.id;

insert into search (id, type, names, label, description)
select j.id, 'Jurisdiction', json_array(j.code), j.label, coalesce(j.state, '')
from jurisdiction j order by j.id;

insert into search (id, type, names, label, description)
select v.id, 'PolicyVersion', '[]', v.title, y.label || ', ' || coalesce(p.number, p.label) || ', version ' || v.version
from policy_version v
join policy p on p.id = v.policy_id
join payer y on y.id = p.payer_id
order by v.id;

insert into search (id, type, names, label, description)
select s.id, 'Source', json_array(s.slug), s.title, s.publisher
from source s order by s.id;
