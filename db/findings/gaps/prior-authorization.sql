-- A statement on prior authorization without a value is a gap of that payer.
insert into data_gap (id, property, payer_id, line_of_business, code_id, component_id, reason, note, statement_id, recorded_from, recorded_to)
select 'DataGap:prior-authorization/' || substr(p.id, instr(p.id, ':') + 1), 'PRIOR_AUTHORIZATION', p.payer_id, p.line_of_business, p.code_id,
  p.component_id, p.unknown_reason, p.summary, p.id, p.recorded_from, p.recorded_to
from prior_authorization p
where p.value_state = 'UNKNOWN_VALUE' and p.rank <> 'DEPRECATED';
