-- A fee-schedule row does not begin before its code, nor outlast it.
select f.id, 'holds from ' || f.valid_from || ' to ' || coalesce(f.valid_to, 'an end not known') || ', its code from '
    || coalesce(v.valid_from, 'a start not known') || ' to ' || coalesce(v.valid_to, 'an end not known') as problem
from fee_schedule_entry f
join code_validity v on v.code_id = f.code_id and v.code_status = 'ACTIVE'
where f.valid_from < v.valid_from or coalesce(f.valid_to, '9999-12-31') > v.valid_to;
