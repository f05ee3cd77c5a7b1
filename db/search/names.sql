-- Maps whole names and labels to the entities in `searchable`, without case, spaces and punctuation, which people leave out or type differently.
-- `replace` is nested, as a recursive select over the marks takes four times as long; sorted, so that the table is written in sequence.
insert or ignore into search_name (key, slot, is_label)
with spelled (text, slot, is_label) as (
  select n.value, s.rowid, 0 from search s join json_each(s.names) n where s.id in searchable
  union all
  select s.label, s.rowid, 1 from search s where s.id in searchable
),
stripped (key, slot, is_label) as (
  select
    replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(lower(text),
      ' ', ''), '.', ''), '-', ''), '/', ''), ',', ''), ':', ''),
      ';', ''), '(', ''), ')', ''), '[', ''), ']', ''), '&', ''),
      '''', ''), '"', ''), '+', ''), '_', ''), '%', ''),
    slot, is_label
  from spelled
)
select key, slot, is_label from stripped where key <> '' order by key, slot, is_label;
