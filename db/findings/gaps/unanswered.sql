-- What no source states of a code of a service family, for as long as none does. Of other codes it is worked out when their report is read.
insert into data_gap (id, property, code_id, reason, note, recorded_from, recorded_to)
with curated as (
  select c.id, c.code, (select min(v.recorded_from) from code_validity v where v.code_id = c.id) as recorded_from
  from billing_code c
  where c.family_id is not null
),
answered as (
  select c.id, 'PRIOR_AUTHORIZATION' as property, 'says whether a payer needs prior authorization for' as words, (
    select min(p.recorded_from) from prior_authorization p
    where p.code_id = c.id and p.value_state = 'VALUE' and p.rank <> 'DEPRECATED') as since
  from curated c
  union all
  select c.id, 'DIAGNOSES', 'names a diagnosis that supports', min(
    coalesce((select min(d.recorded_from) from diagnosis_support d where d.code_id = c.id and d.rank <> 'DEPRECATED'), '9999'),
    coalesce((
      select min(l.recorded_from) from policy_listing l
      where l.code_id = c.id and exists (select 1 from policy_diagnosis d where d.policy_version_id = l.policy_version_id)), '9999'))
  from curated c
  union all
  -- No kind of statement ties codes to provider taxonomies: what publishes them lists specialties, and no codes.
  select c.id, 'PROVIDER_TAXONOMIES', 'names the provider taxonomies that report', null
  from curated c
  union all
  select c.id, 'RATES', 'gives an amount, apart from the fee schedules of Medicare, for', (
    select min(r.recorded_from) from rate_benchmark r
    where r.subject_id = c.id and r.value_state <> 'UNKNOWN_VALUE' and r.rank <> 'DEPRECATED')
  from curated c
  union all
  select c.id, 'UTILIZATION', 'counts the use of', (
    select min(u.recorded_from) from utilization u
    where u.subject_id = c.id and u.value_state <> 'UNKNOWN_VALUE' and u.rank <> 'DEPRECATED')
  from curated c
)
select 'DataGap:unanswered/' || c.code || '/' || lower(replace(a.property, '_', '-')), a.property, c.id, 'NOT_STATED_IN_SOURCE',
  'No source that was read on ' || c.code || ' ' || a.words || ' it.', c.recorded_from, nullif(a.since, '9999')
from curated c
join answered a on a.id = c.id
where c.recorded_from is not null and coalesce(nullif(a.since, '9999'), '9999') > c.recorded_from;
