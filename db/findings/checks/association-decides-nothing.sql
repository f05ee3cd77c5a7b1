-- An association of licensees decides nothing itself and is sent no claims: no coverage or authorization value and no identifier is in its name.
select c.id, p.label || ' is an association; its licensees decide' as problem
from payer p join coverage c on c.payer_id = p.id
where p.kind = 'ASSOCIATION' and c.value_state = 'VALUE'
union all
select a.id, p.label || ' is an association; its licensees decide'
from payer p join prior_authorization a on a.payer_id = p.id
where p.kind = 'ASSOCIATION' and a.value_state = 'VALUE'
union all
select i.id, p.label || ' is an association; its licensees have identifiers of their own'
from payer p join payer_identifier i on i.payer_id = p.id
where p.kind = 'ASSOCIATION';
