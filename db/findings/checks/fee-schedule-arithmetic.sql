-- A fee-schedule amount is there exactly where the code is priced in the setting, and is total RVU times conversion factor, rounded half up.
-- RVUs are hundredths, factors ten-thousandths: their product is millionths of a dollar.
with worked_out as (
  select id,
    case when status_code in ('A', 'R', 'T') and not non_facility_not_applicable and total_rvu_non_facility <> 0
      then (total_rvu_non_facility * conversion_factor + 5000) / 10000 end as non_facility,
    case when status_code in ('A', 'R', 'T') and not facility_not_applicable and total_rvu_facility <> 0
      then (total_rvu_facility * conversion_factor + 5000) / 10000 end as facility
  from fee_schedule_entry
)
select f.id, 'has ' || coalesce(f.non_facility_amount, 'none') || ' and ' || coalesce(f.facility_amount, 'none') || ' cents, should have '
    || coalesce(w.non_facility, 'none') || ' and ' || coalesce(w.facility, 'none') as problem
from fee_schedule_entry f
join worked_out w on w.id = f.id
where f.non_facility_amount is not w.non_facility or f.facility_amount is not w.facility;
