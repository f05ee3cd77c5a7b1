select k.key as "query", n.is_label as "isLabel", s.rowid as "slot", s.id, s.type, s.names, s.label, s.description from json_each(:keys) k cross join search_name n cross join search s where n.key = k.value and s.rowid = n.slot order by k.key, n.slot limit :limit;

select q.key as "query", s.rowid as "slot", s.id, s.type, s.names, s.label, s.description from json_each(:queries) q cross join search s where s.rowid in (select m.rowid from search m where m.search match q.value limit :limit) order by q.key, s.rowid;

select k.key as "slot", n.word from json_each(:pieces) k cross join search_spelling n where n.rowid in ( select m.rowid from search_spelling m where m.search_spelling match k.value order by m.rank limit 40 ) order by k.key, n.word;

select q.key as "query", s.rowid as "slot", s.id, s.type, s.names, s.label, s.description from json_each(:queries) q cross join search s where s.rowid in (select m.rowid from search m where m.search match q.value limit :limit) order by q.key, s.rowid;
