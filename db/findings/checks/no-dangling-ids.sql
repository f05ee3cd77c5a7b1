-- Every id that stands in a column for any kind of row, or in a list, is the id of a row.
-- Concerns: citation_own statement_code conflict_member conflict data_gap workflow_step billing_unit rate_benchmark utilization policy_event billing_rule disagreement
with known (id) as materialized (
  select id from statement
  union all select id from entity
),
named (id, names) as materialized (
  select subject_id, subject_id from citation_own
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
