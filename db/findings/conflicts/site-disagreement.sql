-- Two passages of one source name different sites for one code. Nothing decides between the passages of a source.
-- A table of its own, because in a grouping select SQLite reads all citations first.
create temp table rule as
select r.id, r.code_id, r.site_id, r.passage, r.valid_from, r.valid_to, r.recorded_from, c.source_id
from site_rule r
cross join citation_own c
where r.effect = 'TYPICAL' and r.rank <> 'DEPRECATED' and c.subject_id = r.id and c.seq = 0;

create temp table passage as
select code_id, source_id, passage,
  group_concat(distinct site_id order by site_id) as sites,
  min(valid_from) as valid_from, max(valid_to) as valid_to, max(recorded_from) as recorded_from
from rule
group by code_id, source_id, passage;

create temp table found as
select 'Conflict:site-disagreement/' || substr(a.code_id, instr(a.code_id, ':') + 1) || '/' || substr(a.source_id, instr(a.source_id, ':') + 1) as id,
  a.code_id, a.source_id,
  group_concat(distinct a.passage order by a.passage) as passages,
  max(a.recorded_from) as recorded_from
from passage a
where exists (
  select 1 from passage b where b.code_id = a.code_id and b.source_id = a.source_id and b.sites <> a.sites)
group by a.code_id, a.source_id;

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select f.id, 'SITE_DISAGREEMENT', 'site-disagreement', f.code_id,
  'Passages of one source (' || s.title || ') name different sites for ' || c.code || ': ' || replace(f.passages, ',', ' against ') || '.',
  'UNRESOLVED', 'Both passages stand in the same source; it does not say which holds.', null, null, null, f.recorded_from, null
from found f
join billing_code c on c.id = f.code_id
join source s on s.id = f.source_id;

insert into conflict_member (conflict_id, statement_id)
select f.id, r.id
from found f
join rule r on r.code_id = f.code_id and r.source_id = f.source_id;

drop table found;
drop table passage;
drop table rule;
