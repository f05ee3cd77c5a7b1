-- A coverage statement that holds no value is a gap.
insert into data_gap (id, payer_id, line_of_business, code_id, component_id, reason, note, statement_id, recorded_from, recorded_to)
select 'DataGap:coverage/' || substr(c.id, instr(c.id, ':') + 1), c.payer_id, c.line_of_business, c.code_id, c.component_id,
  c.unknown_reason, c.summary, c.id, c.recorded_from, c.recorded_to
from coverage c
where c.value_state = 'UNKNOWN_VALUE' and c.rank <> 'DEPRECATED';
