-- Every official pair edit is of two codes that are held, states what it names, and ends after it begins.
with code (code) as (select distinct column1 from ptp_edit union select distinct column2 from ptp_edit)
select 'ptp_edit ' || c.code as id, 'is no billing code that is held' as problem
from code c
where not exists (select 1 from billing_code b where b.code = c.code)
union all
select 'ptp_edit ' || e.column1 || ' ' || e.column2, case
    when t.number is null then 'names term ' || e.term || ', which is not there'
    when u.number is null then 'is in run ' || e.run || ', which is not there'
    else 'ends on ' || t.valid_to || ' and begins on ' || e.starts
  end
from ptp_edit e
left join ptp_term t on t.number = e.term
left join run u on u.number = e.run
where t.number is null or u.number is null or (e.starts >= t.valid_to and e.starts <> 'start-not-known');
