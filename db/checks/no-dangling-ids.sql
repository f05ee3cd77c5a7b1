-- Every id that stands in a column for any kind of row, or in a list, is the id of a row.
with known (id) as materialized (
  select id from statement
  union all select id from service_family
  union all select id from billing_code
  union all select id from service_component
  union all select id from modifier
  union all select id from indicator
  union all select id from place_of_service
  union all select id from site_of_service
  union all select id from jurisdiction
  union all select id from payer
  union all select id from policy
  union all select id from policy_version
  union all select id from diagnosis_code
  union all select id from workflow
  union all select id from workflow_step
  union all select id from data_gap
  union all select id from conflict
),
named (id, names) as (
  select subject_id, subject_id from citation
  union all select statement_id, statement_id from statement_code
  union all select conflict_id, statement_id from conflict_member
  union all select id, subject_id from conflict
  union all select id, preferred_id from conflict
  union all select id, statement_id from data_gap
  union all select id, subject_id from statement
  union all select s.id, n.value from workflow_step s, json_each(s.next_ids) n
  union all select component_id, modifier_id from billing_unit where modifier_id <> ''
)
select n.id, 'names ' || n.names || ', which is not there' as problem
from named n
where n.names is not null and n.names not in (select id from known);
