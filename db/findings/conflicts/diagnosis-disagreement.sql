-- A source takes a diagnosis out of the list that supports a code and another names it as usual. A payer's document outranks a page that no payer published.
create temp table pair as
select n.id as out_id, y.id as in_id, n.code_id, n.diagnosis_id, y.policy_version_id is null as decided,
  max(n.recorded_from, y.recorded_from) as recorded_from,
  'Conflict:diagnosis-disagreement/' || substr(n.id, instr(n.id, ':') + 1) || '/' || substr(y.id, instr(y.id, ':') + 1) as id
from diagnosis_support n
join diagnosis_support y on y.code_id = n.code_id and y.diagnosis_id = n.diagnosis_id and y.effect <> 'DOES_NOT_SUPPORT'
  and coalesce(n.valid_from, '') < coalesce(y.valid_to, '9999') and coalesce(y.valid_from, '') < coalesce(n.valid_to, '9999')
where n.effect = 'DOES_NOT_SUPPORT';

insert into conflict (id, kind, rule, subject_id, summary, resolution, resolution_reason, preferred_id, valid_from, valid_to, recorded_from, recorded_to)
select p.id, 'DIAGNOSIS_DISAGREEMENT', 'diagnosis-disagreement', p.code_id,
  d.code || ' was taken out of the diagnoses that support ' || c.code || ', and another source names it.',
  case when p.decided then 'RESOLVED_BY_AUTHORITY' else 'UNRESOLVED' end,
  case when p.decided then 'The document of the payer outranks a page behind which no payer stands.' else 'Both are documents of payers.' end,
  case when p.decided then p.out_id end, null, null, p.recorded_from, null
from pair p
join diagnosis_code d on d.id = p.diagnosis_id
join billing_code c on c.id = p.code_id;

insert into conflict_member (conflict_id, statement_id)
select id, out_id from pair union select id, in_id from pair;

drop table pair;
