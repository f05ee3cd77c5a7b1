-- Where modifiers split a code, the RVUs of its rows 26 and TC add up to those of the row without modifier, wherever both were read.
select w.id, 'has ' || count(p.id) || ' rows 26 and TC from ' || p.valid_from || ' that add up to ' || sum(p.total_rvu_non_facility)
    || ', the whole has ' || w.total_rvu_non_facility || ' (hundredths of an RVU, non-facility)' as problem
from fee_schedule_entry w
join fee_schedule_entry p on p.code_id = w.code_id and p.valid_from >= w.valid_from and p.valid_to <= w.valid_to
  and p.modifier_id in ('Modifier:CPT_MODIFIER:26', 'Modifier:HCPCS_MODIFIER:TC')
where w.modifier_id is null and w.pc_tc_indicator = '1'
group by w.id, p.valid_from
having count(p.id) <> 2
  or sum(p.work_rvu) <> w.work_rvu
  or sum(p.malpractice_rvu) <> w.malpractice_rvu
  or sum(p.total_rvu_non_facility) <> w.total_rvu_non_facility;
