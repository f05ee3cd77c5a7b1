-- Where a code stands for a whole test and others for its parts, the RVUs of the parts add up to those of the whole, in every column and period.
with priced as (
  select c.family_id, c.role, f.*
  from fee_schedule_entry f
  join billing_unit u on u.code_id = f.code_id and u.modifier_id = ''
  join service_component c on c.id = u.component_id
  where f.modifier_id is null and f.status_code = 'A' and f.rank <> 'DEPRECATED' and f.recorded_to is null
)
select w.id, 'its parts have ' || count(p.id) || ' rows that add up to '
    || coalesce(sum(p.work_rvu), 0) || ' work, ' || coalesce(sum(p.practice_expense_rvu_non_facility), 0) || ' and '
    || coalesce(sum(p.practice_expense_rvu_facility), 0) || ' practice expense, '
    || coalesce(sum(p.malpractice_rvu), 0) || ' malpractice, ' || coalesce(sum(p.total_rvu_non_facility), 0) || ' and '
    || coalesce(sum(p.total_rvu_facility), 0) || ' in all (hundredths of an RVU)' as problem
from priced w
left join priced p on p.family_id = w.family_id and p.role <> 'GLOBAL' and p.pc_tc_indicator in ('2', '3')
  and p.valid_from = w.valid_from and p.valid_to is w.valid_to
where w.role = 'GLOBAL' and w.pc_tc_indicator = '4'
group by w.id
having count(p.id) = 0
  or sum(p.work_rvu) <> w.work_rvu
  or sum(p.practice_expense_rvu_non_facility) <> w.practice_expense_rvu_non_facility
  or sum(p.practice_expense_rvu_facility) <> w.practice_expense_rvu_facility
  or sum(p.malpractice_rvu) <> w.malpractice_rvu
  or sum(p.total_rvu_non_facility) <> w.total_rvu_non_facility
  or sum(p.total_rvu_facility) <> w.total_rvu_facility;
