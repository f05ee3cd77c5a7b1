-- Every statement has exactly one primary source, and it is the first of its citations.
select s.id, 'has ' || count(c.subject_id) || ' primary sources, of which ' || coalesce(sum(c.seq = 0), 0) || ' come first' as problem
from statement s
left join citation c on c.subject_id = s.id and c.role = 'PRIMARY_KNOWLEDGE_SOURCE'
group by s.id
having count(c.subject_id) <> 1 or sum(c.seq = 0) <> 1;
