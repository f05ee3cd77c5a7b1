-- Every reference from a column to a table finds its row.
select "table" as id, 'refers to a row of ' || parent || ' that is not there' as problem from pragma_foreign_key_check('{tables}');
