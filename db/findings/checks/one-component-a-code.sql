-- A code that stands alone reports one component, and belongs to the family of that component.
select c.id, 'reports ' || count(u.component_id) || ' components alone' as problem
from billing_code c
join billing_unit u on u.code_id = c.id and u.modifier_id = ''
group by c.id
having count(*) > 1
union all
select c.id, 'belongs to ' || coalesce(c.family_id, 'no family') || ' and reports a component of ' || s.family_id
from billing_code c
join billing_unit u on u.code_id = c.id
join service_component s on s.id = u.component_id
where s.family_id is not c.family_id;
