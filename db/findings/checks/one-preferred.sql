-- On one day at most one statement of a scope is preferred.
with preferred (scope, id, valid_from, valid_to) as (
  select 'coverage ' || component_id || ' ' || payer_id || ' ' || line_of_business, id, valid_from, valid_to
  from coverage where rank = 'PREFERRED' and recorded_to is null
  union all
  select 'prior authorization ' || component_id || ' ' || payer_id || ' ' || line_of_business, id, valid_from, valid_to
  from prior_authorization where rank = 'PREFERRED' and recorded_to is null
  union all
  select 'modifier ' || code_id || ' ' || modifier_id, id, valid_from, valid_to
  from modifier_rule where rank = 'PREFERRED' and recorded_to is null
  union all
  select 'indicator ' || code_id, id, valid_from, valid_to
  from pc_tc_indicator where rank = 'PREFERRED' and recorded_to is null
  union all
  select 'fee ' || code_id || ' ' || coalesce(modifier_id, ''), id, valid_from, valid_to
  from fee_schedule_entry where rank = 'PREFERRED' and recorded_to is null
)
select a.id, 'is preferred on the same days as ' || b.id as problem
from preferred a
join preferred b on b.scope = a.scope and b.id > a.id
where coalesce(a.valid_from, '') < coalesce(b.valid_to, '9999-12-31')
  and coalesce(b.valid_from, '') < coalesce(a.valid_to, '9999-12-31');
