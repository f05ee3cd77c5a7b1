-- Where modifiers split a code and all three rows are priced, the RVUs of the rows 26 and TC must add up to those of the row without modifier. The file publishes all three, so no rule decides.
create temp table priced as
select * from fee_schedule_entry
where recorded_to is null and rank <> 'DEPRECATED' and status_code in ('A', 'R', 'T') and pc_tc_indicator = '1';

create temp table found as
select 'Conflict:fee-split-sums/' || c.code || '/' || max(w.valid_from, p.valid_from, t.valid_from) as id, w.code_id, c.code,
  w.id as whole_id, p.id as professional_id, t.id as technical_id,
  w.total_rvu_non_facility as whole, p.total_rvu_non_facility + t.total_rvu_non_facility as parts,
  max(w.valid_from, p.valid_from, t.valid_from) as valid_from,
  nullif(min(coalesce(w.valid_to, '9999'), coalesce(p.valid_to, '9999'), coalesce(t.valid_to, '9999')), '9999') as valid_to,
  max(w.recorded_from, p.recorded_from, t.recorded_from) as recorded_from
from priced w
join billing_code c on c.id = w.code_id
join priced p on p.code_id = w.code_id and p.modifier_id = 'Modifier:CPT_MODIFIER:26'
join priced t on t.code_id = w.code_id and t.modifier_id = 'Modifier:HCPCS_MODIFIER:TC'
where w.modifier_id is null
  and max(w.valid_from, p.valid_from, t.valid_from)
    < min(coalesce(w.valid_to, '9999'), coalesce(p.valid_to, '9999'), coalesce(t.valid_to, '9999'))
  and (p.work_rvu + t.work_rvu <> w.work_rvu
    or p.practice_expense_rvu_non_facility + t.practice_expense_rvu_non_facility <> w.practice_expense_rvu_non_facility
    or p.malpractice_rvu + t.malpractice_rvu <> w.malpractice_rvu
    or p.total_rvu_non_facility + t.total_rvu_non_facility <> w.total_rvu_non_facility);

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select id, 'FEE_SCHEDULE_SUMS', 'fee-split-sums', code_id,
  'The rows ' || code || '-26 and ' || code || '-TC have ' || printf('%.2f', parts / 100.0) || ' RVU in all, the whole has '
    || printf('%.2f', whole / 100.0) || '; work, practice expense, malpractice or total differ.',
  'UNRESOLVED', 'The file publishes the parts and the whole; it does not say which holds.', null, valid_from, valid_to, recorded_from, null
from found;

insert into conflict_member (conflict_id, statement_id)
select id, whole_id from found union select id, professional_id from found union select id, technical_id from found;

drop table found;
drop table priced;
