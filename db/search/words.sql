-- The words in which beginnings and misspellings are looked up. Numbers are left out: a similar number is another number.
delete from search_word;
delete from search_spelling;

insert into search_word (word, labels)
select v.term, sum(iif(v.col = 'description', 0, v.doc))
from search_vocabulary v
where v.col <> 'type' and length(v.term) between 3 and 30 and v.term not glob '*[0-9]*'
group by v.term;

insert into search_spelling (word)
select w.word from search_word w where length(w.word) >= 4;
