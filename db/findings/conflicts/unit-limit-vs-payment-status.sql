-- The hospital table allows units of a code that the outpatient payment status does not let the hospital bill (M, E1, B). A ceiling is no permission to bill: the status decides.
create temp table pair as
select 'Conflict:unit-limit-vs-payment-status/' || c.code as id, u.id as limit_id, o.id as status_id, u.code_id, c.code, u.max_units, o.status_indicator,
  max(coalesce(u.valid_from, ''), coalesce(o.valid_from, '')) as valid_from,
  min(coalesce(u.valid_to, '9999'), coalesce(o.valid_to, '9999')) as valid_to,
  max(u.recorded_from, o.recorded_from) as recorded_from
from unit_limit u
join opps_status o on o.code_id = u.code_id and o.status_indicator in ('M', 'E1', 'B')
  and coalesce(u.valid_from, '') < coalesce(o.valid_to, '9999') and coalesce(o.valid_from, '') < coalesce(u.valid_to, '9999')
join billing_code c on c.id = u.code_id
where u.service_type = 'OUTPATIENT_HOSPITAL' and u.max_units > 0
  and u.rank <> 'DEPRECATED' and o.rank <> 'DEPRECATED' and u.recorded_to is null and o.recorded_to is null;

-- A code has one conflict over all releases, described by the latest of them.
insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select l.id, 'UNIT_LIMIT_VS_PAYMENT_STATUS', 'unit-limit-vs-payment-status', l.code_id,
  'The hospital unit limit allows ' || l.max_units || ' of ' || l.code || ', whose outpatient status ' || l.status_indicator || ' lets the hospital bill none.',
  'RESOLVED_BY_AUTHORITY', 'The payment status decides; a unit limit is a ceiling, not leave to bill.', l.status_id,
  nullif(s.valid_from, ''), nullif(s.valid_to, '9999'), s.recorded_from, null
from (select *, row_number() over (partition by code_id order by valid_from desc, limit_id, status_id) as place from pair) l
join (select code_id, min(valid_from) as valid_from, max(valid_to) as valid_to, max(recorded_from) as recorded_from from pair group by code_id) s
  on s.code_id = l.code_id
where l.place = 1;

insert into conflict_member (conflict_id, statement_id)
select id, limit_id from pair union select id, status_id from pair;

drop table pair;
