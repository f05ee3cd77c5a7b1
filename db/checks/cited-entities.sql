-- Every entity says where it comes from. Sources cite nothing; what is worked out when the graph is built rests on its statements.
with entity (id) as (
  select id from service_family
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
  union all select id from data_gap where statement_id is null
)
select e.id, 'cites no source' as problem
from entity e
where not exists (select 1 from citation c where c.subject_id = e.id);
