-- Every plain row is about something that is held, comes from files that are, and ends after it begins.
with plain (id, subject_id, file, again, named) as (
  select id, cast('DiagnosisCode:' || substr(id, 19, instr(id, '/') - 19) as text), file, again, named from diagnosis_validity_plain
  union all
  select coalesce(id, subject_id), subject_id, file, again, named from diagnosis_validity_held
  union all
  select id, cast('BillingCode:' || substr(id, 13, instr(id, '/') - 13) as text), file, again, named from hcpcs_record_plain
),
dated as (
  select p.*, substr(p.id, instr(p.id, '/') + 1) as first, f.valid_to, f.number
  from plain p left join plain_file f on f.number = p.file
)
select p.id, case
    when p.number is null then 'comes from a file that is not there'
    when p.again is not null and not exists (select 1 from plain_file f where f.number = p.again) then 'is confirmed by a file that is not there'
    when p.named not in (0, 1, 2) then 'names its subject in no known way'
    when p.first <> 'start-not-known' and p.first is not date(p.first) then 'begins on ' || p.first || ', which is no day'
    when p.first <> 'start-not-known' and p.valid_to <= p.first then 'ends on ' || p.valid_to
    else 'is about ' || p.subject_id || ', which is not held'
  end as problem
from dated p
where p.number is null
  or (p.again is not null and not exists (select 1 from plain_file f where f.number = p.again))
  or p.named not in (0, 1, 2)
  or (p.first <> 'start-not-known' and (p.first is not date(p.first) or p.valid_to <= p.first))
  -- Not from the view `entity`: for each row it would search every table of entities.
  or not (exists (select 1 from diagnosis_code d where d.id = p.subject_id) or exists (select 1 from billing_code b where b.id = p.subject_id));
