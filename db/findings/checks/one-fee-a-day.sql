-- On one day a code and modifier have one row of the fee schedule.
select b.id, 'holds on the same days as ' || a.id as problem
from fee_schedule_entry a
join fee_schedule_entry b on b.code_id = a.code_id and b.modifier_id is a.modifier_id and b.id > a.id
where a.rank <> 'DEPRECATED' and b.rank <> 'DEPRECATED' and a.recorded_to is null and b.recorded_to is null
  and a.valid_from < coalesce(b.valid_to, '9999-12-31') and b.valid_from < coalesce(a.valid_to, '9999-12-31');
