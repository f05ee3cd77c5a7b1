-- The RVUs of a fee-schedule row do not add up to its totals. The file publishes both, so no rule decides.
create temp table found as
select 'Conflict:fee-row-sums/' || substr(f.id, instr(f.id, ':') + 1) as id, f.id as entry_id, f.code_id, f.modifier_id,
  f.valid_from, f.valid_to, f.recorded_from
from fee_schedule_entry f
where f.recorded_to is null and f.rank <> 'DEPRECATED' and (
  f.work_rvu + f.practice_expense_rvu_non_facility + f.malpractice_rvu <> f.total_rvu_non_facility
  or f.work_rvu + f.practice_expense_rvu_facility + f.malpractice_rvu <> f.total_rvu_facility);

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select f.id, 'FEE_SCHEDULE_SUMS', 'fee-row-sums', f.code_id,
  'The RVUs of the row ' || c.code || coalesce('-' || m.code, '') || ' do not add up to its totals.',
  'UNRESOLVED', 'The file publishes the parts and the totals; it does not say which holds.', null,
  f.valid_from, f.valid_to, f.recorded_from, null
from found f
join billing_code c on c.id = f.code_id
left join modifier m on m.id = f.modifier_id;

insert into conflict_member (conflict_id, statement_id) select id, entry_id from found;

drop table found;
