-- Where one code reports a whole test and others its parts, the RVUs of the parts must add up to those of the whole on every day on which all are priced. The file publishes all, so no rule decides.
create temp table priced as
select c.family_id, c.role, f.*
from fee_schedule_entry f
join billing_unit u on u.code_id = f.code_id and u.modifier_id = ''
join service_component c on c.id = u.component_id
where f.modifier_id is null and f.status_code in ('A', 'R', 'T') and f.recorded_to is null and f.rank <> 'DEPRECATED';

create temp table whole as
select *, (
    select count(*) from service_component c join billing_unit u on u.component_id = c.id and u.modifier_id = ''
    where c.family_id = w.family_id and c.role <> 'GLOBAL') as parts
from priced w where w.role = 'GLOBAL' and w.pc_tc_indicator = '4';

-- The days on which a sum can change: where the whole or one of its parts begins.
create temp table day as
select w.id as whole_id, w.valid_from as first_day from whole w
union
select w.id, p.valid_from from whole w
join priced p on p.family_id = w.family_id and p.role <> 'GLOBAL'
  and p.valid_from > w.valid_from and p.valid_from < coalesce(w.valid_to, '9999');

create temp table found as
select 'Conflict:fee-component-sums/' || substr(w.code_id, instr(w.code_id, ':') + 1) || '/' || d.first_day as id, w.id as whole_id, w.code_id,
  w.family_id, w.total_rvu_non_facility as whole, sum(p.total_rvu_non_facility) as parts, d.first_day as valid_from,
  nullif(min(coalesce(w.valid_to, '9999'), min(coalesce(p.valid_to, '9999'))), '9999') as valid_to,
  max(w.recorded_from, max(p.recorded_from)) as recorded_from
from day d
join whole w on w.id = d.whole_id
join priced p on p.family_id = w.family_id and p.role <> 'GLOBAL' and p.pc_tc_indicator in ('2', '3')
  and p.valid_from <= d.first_day and coalesce(p.valid_to, '9999') > d.first_day
group by w.id, d.first_day
having count(p.id) = w.parts and (
  sum(p.work_rvu) <> w.work_rvu
  or sum(p.practice_expense_rvu_non_facility) <> w.practice_expense_rvu_non_facility
  or sum(p.practice_expense_rvu_facility) <> w.practice_expense_rvu_facility
  or sum(p.malpractice_rvu) <> w.malpractice_rvu
  or sum(p.total_rvu_non_facility) <> w.total_rvu_non_facility
  or sum(p.total_rvu_facility) <> w.total_rvu_facility);

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select f.id, 'FEE_SCHEDULE_SUMS', 'fee-component-sums', f.code_id,
  'The parts of ' || c.code || ' have ' || printf('%.2f', f.parts / 100.0) || ' RVU in all, the whole has '
    || printf('%.2f', f.whole / 100.0) || '; work, practice expense, malpractice or total differ.',
  'UNRESOLVED', 'The file publishes the parts and the whole; it does not say which holds.', null, f.valid_from, f.valid_to, f.recorded_from, null
from found f
join billing_code c on c.id = f.code_id;

insert into conflict_member (conflict_id, statement_id)
select id, whole_id from found
union
select f.id, p.id from found f
join priced p on p.family_id = f.family_id and p.role <> 'GLOBAL' and p.pc_tc_indicator in ('2', '3')
  and p.valid_from <= f.valid_from and coalesce(p.valid_to, '9999') > f.valid_from;

drop table found;
drop table day;
drop table whole;
drop table priced;
