-- A source published another amount for a code than the fee schedule of that time gives. The fee schedule decides.
create temp table found as
select 'Conflict:amount-disagreement/' || substr(b.id, instr(b.id, ':') + 1) || '/' || substr(f.id, instr(f.id, '/') + 1) as id,
  b.id as published_id, f.id as entry_id, f.code_id, b.amount as published, f.non_facility_amount as official,
  max(f.valid_from, coalesce(b.valid_from, f.valid_from)) as valid_from,
  min(coalesce(f.valid_to, b.valid_to), coalesce(b.valid_to, f.valid_to)) as valid_to,
  max(b.recorded_from, f.recorded_from) as recorded_from
from rate_benchmark b
join fee_schedule_entry f on f.code_id = b.subject_id and f.modifier_id is null
  and f.non_facility_amount is not null
  and b.valid_from is not null and b.valid_to is not null
  and f.valid_from < b.valid_to and b.valid_from < coalesce(f.valid_to, '9999-12-31')
where b.amount_kind = 'FEE_SCHEDULE_AMOUNT' and b.amount is not null and b.recorded_to is null and f.recorded_to is null
  and abs(b.amount - f.non_facility_amount) > 1
  and not exists (
    select 1 from fee_schedule_entry g
    where g.code_id = b.subject_id and g.modifier_id is null and g.recorded_to is null and abs(g.non_facility_amount - b.amount) <= 1
      and g.valid_from < b.valid_to and b.valid_from < coalesce(g.valid_to, '9999-12-31'));

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select f.id, 'AMOUNT_DISAGREEMENT', 'amount-disagreement', f.code_id,
  'A source publishes $' || printf('%.2f', f.published / 100.0) || ' for ' || c.code || ' where the fee schedule gives $' || printf('%.2f', f.official / 100.0) || '.',
  'RESOLVED_BY_AUTHORITY', 'The fee schedule is the authority on its own amounts.', f.entry_id,
  f.valid_from, f.valid_to, f.recorded_from, null
from found f
join billing_code c on c.id = f.code_id;

insert into conflict_member (conflict_id, statement_id)
select id, published_id from found union select id, entry_id from found;

drop table found;
