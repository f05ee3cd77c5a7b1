-- Synthetic: every claim here is made up. Payers are slugs and codes are codes of the graph; nothing of a patient.

create table claim (
  id text primary key,
  status text not null check (status in ('open', 'closed')),
  payer text not null,
  line_of_business text not null -- empty: the claim does not name it
) strict;

create table claim_line (
  claim_id text not null references claim (id),
  number integer not null,
  system text not null,
  code text not null,
  modifiers text not null,
  date_of_service text not null,
  primary key (claim_id, number)
) strict;

insert into claim values
  ('SYN-0001', 'open', 'bcbsal', 'COMMERCIAL'),
  ('SYN-0002', 'open', 'aetna', 'COMMERCIAL'),
  ('SYN-0003', 'open', 'medicare', 'MEDICARE_FFS'),
  ('SYN-0004', 'open', 'uhc', 'COMMERCIAL'),
  ('SYN-0005', 'open', 'bcbsri', 'COMMERCIAL'),
  ('SYN-0006', 'open', 'bcbsri', 'MEDICARE_ADVANTAGE'),
  ('SYN-0007', 'open', 'bcbsri', ''),
  ('SYN-0008', 'closed', 'bcbsal', 'COMMERCIAL');

insert into claim_line values
  ('SYN-0001', 1, 'CPT', '77080', '26', '2026-10-05'),
  ('SYN-0001', 2, 'CPT', '77086', '', '2026-10-05'),
  ('SYN-0002', 1, 'CPT', '77090', '', '2026-10-06'),
  ('SYN-0002', 2, 'CPT', '77092', '', '2026-10-06'),
  ('SYN-0002', 3, 'CPT', '0554T', '', '2026-02-03'),
  ('SYN-0002', 4, 'CPT', '0554T', '', '2025-11-03'), -- the same service, before the day from which the policy was read
  ('SYN-0002', 5, 'CPT', '77099', '', '2026-10-06'), -- a slip of the pen: no code that the graph holds
  ('SYN-0003', 1, 'CPT', '77080', 'TC', '2026-10-07'),
  ('SYN-0003', 2, 'CPT', '77091', '', '2026-10-07'),
  ('SYN-0004', 1, 'CPT', '77089', '', '2026-10-08'),
  ('SYN-0005', 1, 'CPT', '77086', '', '2026-10-09'),
  ('SYN-0006', 1, 'CPT', '77086', '', '2026-10-09'),
  ('SYN-0007', 1, 'CPT', '77086', '', '2026-10-09'), -- the same service, of a plan that the claim does not name
  ('SYN-0008', 1, 'CPT', '77086', '', '2026-10-10');
