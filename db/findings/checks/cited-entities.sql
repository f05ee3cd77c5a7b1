-- Every entity says where it comes from. Sources cite nothing; what is worked out when the graph is built rests on its statements.
with cited (id) as (
  select id from entity where type not in ('Source', 'Conflict', 'DataGap')
  union all select id from data_gap where statement_id is null
)
select e.id, 'cites no source' as problem
from cited e
where e.id not in (select c.subject_id from citation c);
