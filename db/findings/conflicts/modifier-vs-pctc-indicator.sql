-- A source lists modifier 26 or TC for a code whose PC/TC indicator rules both out. The fee-schedule file decides: it is the authority on its own indicator.
create temp table found as
select
  'Conflict:modifier-vs-pctc-indicator/' || substr(r.id, instr(r.id, ':') + 1) as id,
  r.id as claim_id, r.code_id, r.modifier_id,
  min(p.valid_from) as valid_from,
  case when sum(p.valid_to is null) > 0 then null else max(p.valid_to) end as valid_to,
  max(r.recorded_from, max(p.recorded_from)) as recorded_from
from modifier_rule r
join modifier m on m.id = r.modifier_id and m.component_role is not null
join pc_tc_indicator p on p.code_id = r.code_id and p.recorded_to is null
  and (p.valid_to is null or r.valid_from is null or r.valid_from < p.valid_to)
  and (r.valid_to is null or p.valid_from is null or p.valid_from < r.valid_to)
join indicator i on i.id = 'Indicator:pctc/' || substr(p.indicator, -1) and i.allows_component_modifiers = 0
where r.effect in ('ALLOWED', 'REPORTED_AS_COMMON') and r.recorded_to is null
group by r.id;

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select
  f.id, 'MODIFIER_VS_PCTC_INDICATOR', 'modifier-vs-pctc-indicator', f.code_id,
  'A source lists modifier ' || m.code || ' for ' || c.code || ', whose PC/TC indicator rules it out.',
  'RESOLVED_BY_AUTHORITY',
  'The fee schedule is the authority on its PC/TC indicator; with this one, 26 and TC cannot be used. Other payers may set their own rule.',
  (select p.id from pc_tc_indicator p where p.code_id = f.code_id and p.recorded_to is null order by p.valid_from desc limit 1),
  f.valid_from, f.valid_to, f.recorded_from, null
from found f
join modifier m on m.id = f.modifier_id
join billing_code c on c.id = f.code_id;

insert into conflict_member (conflict_id, statement_id)
select id, claim_id from found
union
select f.id, p.id from found f join pc_tc_indicator p on p.code_id = f.code_id and p.recorded_to is null
union
select f.id, r.id from found f
join modifier_rule r on r.code_id = f.code_id and r.modifier_id = f.modifier_id and r.effect = 'NOT_ALLOWED';

drop table found;
