-- Not knowing has a reason, and a coverage or authorization value is held exactly where the statement holds a value.
select id, 'is unknown without a reason' as problem
from statement where value_state = 'UNKNOWN_VALUE' and unknown_reason is null
union all
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
from utilization where (value_state = 'VALUE') <> (coalesce(value, low, high) is not null);
