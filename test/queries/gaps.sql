select ( select json_group_array(page.id) from ( select t.id as id from data_gap t where t.id > '' and (t.recorded_from <= :known and (t.recorded_to is null or t.recorded_to > :known)) and (t.component_id in (select value from json_each(:components))) order by t.id asc limit :limit ) page ) as "ids" from json_each(:askers) k order by k.key;

select t.id as "id", t.payer_id as "payerId", t.line_of_business as "lineOfBusiness", t.code_id as "codeId", t.component_id as "componentId", t.reason as "reason", t.note as "note", t.statement_id as "statementId", t.recorded_from as "recordedFrom", t.recorded_to as "recordedTo" from json_each(:ids) k cross join data_gap t where t.id = k.value;

select ( select count(*) from ( select t.id from data_gap t where t.id > '' and (t.recorded_from <= :known and (t.recorded_to is null or t.recorded_to > :known)) and (t.component_id in (select value from json_each(:components))) limit -1 ) ) as "n" from json_each(:askers) k order by k.key;

select k.key as "slot", t.subject_id as "subjectId", t.seq as "seq", t.source_id as "sourceId", t.role as "role", t.locator as "locator", t.part as "part" from json_each(:askers) k cross join citation t where t.subject_id = k.value order by k.key, t.subject_id, t.seq;
