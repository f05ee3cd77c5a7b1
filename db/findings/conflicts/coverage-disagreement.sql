-- Two statements about one payer, line of business and component hold on one day and differ on coverage. Payers that differ from each other are no conflict.
create temp table pair as
select a.id as a_id, b.id as b_id, a.component_id, a.payer_id, a.line_of_business,
  a.covered as a_covered, b.covered as b_covered,
  nullif(max(coalesce(a.valid_from, ''), coalesce(b.valid_from, '')), '') as valid_from,
  nullif(min(coalesce(a.valid_to, '9999'), coalesce(b.valid_to, '9999')), '9999') as valid_to,
  max(a.recorded_from, b.recorded_from) as recorded_from
from coverage a
join coverage b on b.component_id = a.component_id and b.payer_id = a.payer_id and b.line_of_business = a.line_of_business
  and b.id > a.id and b.covered <> a.covered
  and coalesce(a.valid_from, '') < coalesce(b.valid_to, '9999') and coalesce(b.valid_from, '') < coalesce(a.valid_to, '9999')
where a.rank <> 'DEPRECATED' and b.rank <> 'DEPRECATED' and a.rank = b.rank
  and a.recorded_to is null and b.recorded_to is null;

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select
  'Conflict:coverage-disagreement/' || substr(p.a_id, instr(p.a_id, ':') + 1) || '/' || substr(p.b_id, instr(p.b_id, ':') + 1),
  'COVERAGE_DISAGREEMENT', 'coverage-disagreement', p.component_id,
  y.label || ' is said both to be ' || lower(replace(p.a_covered, '_', ' ')) || ' and ' || lower(replace(p.b_covered, '_', ' ')) || ' on ' || k.label || '.',
  'UNRESOLVED', 'Neither statement outranks the other and both hold on these days.', null,
  p.valid_from, p.valid_to, p.recorded_from, null
from pair p
join payer y on y.id = p.payer_id
join service_component k on k.id = p.component_id;

insert into conflict_member (conflict_id, statement_id)
select 'Conflict:coverage-disagreement/' || substr(a_id, instr(a_id, ':') + 1) || '/' || substr(b_id, instr(b_id, ':') + 1), a_id from pair
union
select 'Conflict:coverage-disagreement/' || substr(a_id, instr(a_id, ':') + 1) || '/' || substr(b_id, instr(b_id, ':') + 1), b_id from pair;

drop table pair;
