-- What was corrected is closed at the moment its correction was recorded, and the correction is there.
with corrected as (
  select s.id, s.superseded_by, o.recorded_to, coalesce(
    (select u.recorded_from from {statements} n join run u on u.number = n.run where n.id = s.superseded_by),
    -- Official pair edits have no index by id: they are found by the codes in it.
    (select n.recorded_from from ptp_statement n
      where n.column1 = substr(s.superseded_by, instr(s.superseded_by, '/') - 5, 5) and n.id = s.superseded_by)) as since
  from {statements} s
  join run o on o.number = s.run
  where s.superseded_by is not null
)
select id, 'is superseded by ' || superseded_by || ', which ' || case
    when since is null then 'is not there'
    when recorded_to is null then 'does not close it: set recordedTo'
    else 'was recorded at another moment'
  end as problem
from corrected
where since is null or recorded_to is null or recorded_to <> since;
