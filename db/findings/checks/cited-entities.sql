-- Every entity says where it comes from. Sources cite nothing; what is worked out when the graph is built rests on its statements.
select e.id, 'cites no source' as problem
from {entities} e
where e.run is null
  and e.id not glob 'Source:*' and e.id not glob 'Conflict:*'
  and not exists (select 1 from data_gap g where g.id = e.id and (g.statement_id is not null or g.payer_id is null))
  and not exists (select 1 from citation_own c where c.subject_id = e.id);
