-- A coverage statement without a value is a gap, but for a mention, which states nothing of its payer; where a search already recorded the gap, it is linked to the statement, which has the passage.
update data_gap set statement_id = (
  select c.id from coverage c
  where c.component_id = data_gap.component_id and c.payer_id = data_gap.payer_id and c.line_of_business = data_gap.line_of_business
    and c.code_id = data_gap.code_id and c.value_state = 'UNKNOWN_VALUE' and c.rank <> 'DEPRECATED'
    -- A search that found less than the statement says is what was known until then, and for days of which it does not speak.
    and c.unknown_reason = data_gap.reason and c.policy_version_id is not null and (data_gap.recorded_to is null or c.recorded_from < data_gap.recorded_to)
  order by c.valid_from desc, c.id limit 1);

insert into data_gap (id, property, payer_id, line_of_business, code_id, component_id, reason, note, statement_id, recorded_from, recorded_to)
select 'DataGap:coverage/' || substr(c.id, instr(c.id, ':') + 1), 'COVERAGE', c.payer_id, c.line_of_business, c.code_id, c.component_id,
  c.unknown_reason, c.summary, c.id, c.recorded_from, c.recorded_to
from coverage c
where c.value_state = 'UNKNOWN_VALUE' and c.rank <> 'DEPRECATED' and c.policy_version_id is not null
  and not exists (select 1 from data_gap g where g.statement_id = c.id);
