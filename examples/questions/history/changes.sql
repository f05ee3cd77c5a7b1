select t.seq as "seq", t.at as "at", t.kind as "kind", t.statement_id as "statementId", t.previous_id as "previousId", t.payer_ids as "payerIds", t.code_ids as "codeIds", t.policy_ids as "policyIds", t.cause as "cause", t.effective_on as "effectiveOn", t.text as "text", t.previous_text as "previousText", t.source_id as "sourceId", t.note as "note", t.statement_count as "statementCount" from change_event t where t.seq > :after order by t.seq limit :limit;

select count(*) as n from change_event t where t.seq > :after;
