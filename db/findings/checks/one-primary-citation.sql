-- Every statement has exactly one primary source, and it is the first of its citations.
-- What a file states cites the editions of its run; what the text of the seed states has citations of its own.
select s.id, 'has ' || count(c.subject_id) || ' primary sources, of which ' || coalesce(sum(c.seq = 0), 0) || ' come first' as problem
from {statements} s
left join citation_own c on c.subject_id = s.id and c.role = 'PRIMARY_KNOWLEDGE_SOURCE'
where s.run not in (select x.run from run_source x)
group by s.id
having count(c.subject_id) <> 1 or sum(c.seq = 0) <> 1
union all
select c.subject_id, 'has a primary source beside the one of its file'
from citation_own c
join {statements} s on s.id = c.subject_id
where c.role = 'PRIMARY_KNOWLEDGE_SOURCE' and s.run in (select x.run from run_source x);
