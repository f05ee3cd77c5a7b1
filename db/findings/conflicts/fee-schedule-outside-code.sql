-- A fee-schedule row begins before its code or outlasts it. The code set decides when a code can be billed; a row of the schedule only lasts until its release ends.
create temp table life as
select code_id, min(coalesce(valid_from, '')) as valid_from, max(coalesce(valid_to, '9999')) as valid_to
from code_validity
where code_status = 'ACTIVE' and recorded_to is null and rank <> 'DEPRECATED'
group by code_id;

create temp table found as
select 'Conflict:fee-schedule-outside-code/' || substr(f.id, instr(f.id, ':') + 1) as id, f.id as entry_id, f.code_id,
  f.valid_from < l.valid_from as early, l.valid_from as begins, l.valid_to as ends,
  iif(f.valid_from < l.valid_from, f.valid_from, l.valid_to) as valid_from,
  iif(f.valid_from < l.valid_from, min(l.valid_from, coalesce(f.valid_to, '9999')), f.valid_to) as valid_to,
  f.recorded_from
from fee_schedule_entry f
join life l on l.code_id = f.code_id
where f.recorded_to is null and f.rank <> 'DEPRECATED'
  and (f.valid_from < l.valid_from or coalesce(f.valid_to, '9999') > l.valid_to);

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select f.id, 'FEE_SCHEDULE_OUTSIDE_CODE', 'fee-schedule-outside-code', f.code_id,
  'The fee schedule holds a row of ' || c.code || iif(f.early, ' before the code begins on ' || f.begins, ' after the code ends on ' || f.ends) || '.',
  'RESOLVED_BY_AUTHORITY', 'The code set decides when a code can be billed; a row of the fee schedule is told until its release ends.',
  (select v.id from code_validity v
    where v.code_id = f.code_id and v.code_status = 'ACTIVE' and v.recorded_to is null and v.rank <> 'DEPRECATED'
    order by v.valid_from desc limit 1),
  f.valid_from, f.valid_to, f.recorded_from, null
from found f
join billing_code c on c.id = f.code_id;

insert into conflict_member (conflict_id, statement_id)
select id, entry_id from found
union
select f.id, v.id from found f
join code_validity v on v.code_id = f.code_id and v.code_status = 'ACTIVE' and v.recorded_to is null and v.rank <> 'DEPRECATED';

drop table found;
drop table life;
