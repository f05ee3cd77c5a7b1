-- From whole names and labels to entities, without what people leave out or type differently: capitals, spaces and punctuation.
insert or ignore into search_name (key, slot, is_label)
with spelled (text, slot, is_label) as (
  select n.value, s.rowid, 0 from search s join json_each(s.names) n
  union all
  select s.label, s.rowid, 1 from search s
),
punctuation (marks) as (select json_array(' ', '.', '-', '/', ',', ':', ';', '(', ')', '[', ']', '&', '''', '"', '+', '_', '%')),
stripped (text, slot, is_label, left) as (
  select lower(text), slot, is_label, json_array_length(marks) from spelled, punctuation
  union all
  select replace(text, json_extract(marks, '$[' || (left - 1) || ']'), ''), slot, is_label, left - 1 from stripped, punctuation where left > 0
)
select text, slot, is_label from stripped where left = 0 and text <> '' order by is_label;
