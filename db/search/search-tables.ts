/** The tables that search and paths read. They are filled by db/search/*.sql when the graph is built and hold nothing that other tables do not. */

/** The statements that make them. */
export const searchTables = `
-- Every entity that can be searched, once. Rows stand in the order in which equal matches are given: what people look for most comes first.
-- "names" is a JSON array of texts that lead straight to it: code, number, slug, other names.
create virtual table search using fts5 (
  id unindexed,
  type,
  names,
  label,
  description,
  prefix = '3 4',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The words of the index by column, as SQLite keeps them.
create virtual table search_vocabulary using fts5vocab (search, col);

-- From a whole name or label to the entities that have it. "key" is the name in lower case without spaces and punctuation,
-- so that "M81.0", "m810" and "CPB 0134" are found however they are typed.
create table search_name (
  key text not null,
  slot integer not null,
  is_label integer not null check (is_label in (0, 1)),
  primary key (key, slot)
) strict, without rowid;

-- The words of names, labels and descriptions, to look up beginnings of words; "labels" counts the names and labels that have it.
-- And their three-letter pieces, to find what a misspelt word may have meant.
create table search_word (
  word text primary key,
  labels integer not null
) strict, without rowid;
create virtual table search_spelling using fts5 (word, tokenize = 'trigram');

-- Columns that a path can arrive by and no other edge is walked by.
create index site_rule_payer_id on site_rule_row (payer_id, id) where payer_id is not null;
create index fee_schedule_entry_modifier_id on fee_schedule_entry_row (modifier_id, id);
create index imaging_cap_modifier_id on imaging_cap_row (modifier_id, id);
create index opps_comparison_modifier_id on opps_comparison_row (modifier_id, id);`;
