select k.key as "query", n.is_label as "isLabel", s.rowid as "slot", s.id, s.type, s.names, s.label, s.description from json_each(:keys) k cross join search_name n cross join search s where n.key = k.value and s.rowid = n.slot order by k.key, n.slot limit :limit;

select k.key as "slot", w.word, w.labels from json_each(:words) k cross join search_word w where w.word in ( select x.word from search_word x where x.word >= k.value ->> 'from' and x.word < k.value ->> 'to' order by x.word limit 40 ) order by k.key, w.word;

select k.key as "slot", n.word from json_each(:pieces) k cross join search_spelling n where n.rowid in ( select m.rowid from search_spelling m where m.search_spelling match k.value order by m.rank limit 40 ) order by k.key, n.word;

select q.key as "query", s.rowid as "slot", s.id, s.type, s.names, s.label, s.description from json_each(:queries) q cross join search s where s.rowid in (select m.rowid from search m where m.search match q.value limit :limit) order by q.key, s.rowid;

select t.id as "id", t.system as "system", t.code as "code", t.category as "category", t.label as "label", t.description as "description", t.family_id as "familyId" from json_each(:ids) k cross join billing_code t where t.id = k.value;

select t.id as "id", t.system as "system", t.code as "code", t.label as "label", t.billable as "billable", t.parent_id as "parentId", t.release as "release", t.topic as "topic", t.relevance as "relevance" from json_each(:ids) k cross join diagnosis_code t where t.id = k.value;
