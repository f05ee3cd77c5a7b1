-- What describes a CPT code or modifier is in our own words: nothing looks like a descriptor of the AMA, short or long. The text of HCPCS Level II is public.
with worded (id, words) as (
  select id, label from billing_code where system = 'CPT'
  union all select id, description from billing_code where system = 'CPT'
  union all select id, label from modifier where system = 'CPT_MODIFIER'
  union all select id, description from modifier where system = 'CPT_MODIFIER'
  union all select id, label from service_component
  union all select id, label from service_family
  union all select id, description from service_family
)
select id, 'reads like a descriptor: ' || words as problem
from worded
where (words = upper(words) and words glob '*[A-Z]*[A-Z]* *[A-Z]*')
  or words glob '*[a-zA-Z]&[a-zA-Z]*'
  or lower(words) glob '* w/*'
  or lower(words) like '%techl%'
  or lower(words) like '%1 or more sites%'
  or lower(words) like '%(list separately%'
  or lower(words) like '%other qualified health care professional%';
