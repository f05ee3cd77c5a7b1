-- Maps whole names and labels to the entities that were given slots after those in `next_slot`, without case, spaces and punctuation,
-- which people leave out or type differently. Sorted, so that the table is written in sequence.
insert or ignore into search_name (key, slot, is_label)
with added (slot, names, label) as (
  select s.rowid, s.names, s.label from next_slot t cross join search s where s.rowid > t.slot and s.rowid <= t.last
),
spelled (text, slot, is_label) as (
  select n.value, a.slot, 0 from added a join json_each(a.names) n
  union all
  select a.label, a.slot, 1 from added a
),
stripped (key, slot, is_label) as materialized (
  select unmarked(lower(s.text)), s.slot, s.is_label from spelled s
)
select t.key, t.slot, t.is_label from stripped t where t.key <> '' order by t.key, t.slot, t.is_label;
