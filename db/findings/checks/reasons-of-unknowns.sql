-- A coverage or authorization value, an identifier, a figure or an amount is there exactly where the statement has a value; that an unknown has a reason the tables see to.
select id, 'is ' || value_state || ' and says ' || coalesce(covered, 'nothing')
from coverage where (value_state = 'VALUE') <> (covered is not null)
union all
select id, 'is ' || value_state || ' and says ' || coalesce(prior_authorization, 'nothing')
from prior_authorization where (value_state = 'VALUE') <> (prior_authorization is not null)
union all
select id, 'is ' || value_state || ' and has ' || coalesce(amount, p50, minimum, maximum, 'no amount')
from rate_benchmark where (value_state = 'VALUE') <> (coalesce(amount, p50, minimum, maximum) is not null)
union all
select id, 'is ' || value_state || ' and has ' || coalesce(value, low, high, 'no figure')
from utilization where (value_state = 'VALUE') <> (coalesce(value, low, high) is not null)
union all
select id, 'is ' || value_state || ' and has ' || coalesce(value, 'no identifier')
from payer_identifier where (value_state = 'VALUE') <> (value is not null) or (value is null and assigned_to is not null);
