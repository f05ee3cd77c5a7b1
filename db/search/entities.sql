-- The entities in `searchable`, with their names. The slots of a type follow those of the types before it (see fill-index.ts).
insert into search (rowid, id, type, names, label, description)
select n.slot + row_number() over (partition by e.type order by e.ahead, e.id) as slot, e.id, e.type, e.names, e.label, e.description
from entry e
join next_slot n on n.type = e.type
order by slot;
