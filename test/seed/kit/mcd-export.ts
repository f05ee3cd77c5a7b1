/** A Medicare Coverage Database export as CMS puts it. Every document, code group and date in it is synthetic. */

import { zip } from './zip.ts';

export const tables = {
  contractor:
    'contractor_id,contractor_type_id,contractor_version,contractor_bus_name,contractor_number\r\n1,8,2,"CGS Administrators, LLC\r\n(MAC - Part B)",15102\r\n2,8,1,"Synthetic Medicare Services, Inc.",99999\r\n',
  contractor_jurisdiction:
    'contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date\r\n1,8,2,20,2011-04-30 00:00:00,\r\n2,8,1,21,,2019-01-01\r\n',
  state_lookup: 'state_id,state_abbrev,description\r\n20,KY,Kentucky\r\n21,OH,Ohio\r\n',
  article: [
    'article_id,article_version,article_type,title,article_pub_date,article_eff_date,article_end_date,article_rev_end_date,description,status,display_id,date_retired,last_updated',
    '90001,3,1,"Synthetic article, third version",01/01/2024,2025-01-01 00:00:00,,,"<p>PROSE OF\r\nthe ""policy""</p>",A,A90001,N/A,2025-01-01',
    '90001,2,1,Synthetic article,01/01/2024,2024-01-01 00:00:00,,2024-12-31 00:00:00,prose,A,A90001,,2024-01-01',
    '90002,1,1,Synthetic article of another service,,2024-01-01,,,prose,A,A90002,,2024-01-01',
    '90003,1,1,Synthetic article of nobody,,2024-01-01,,,prose,A,A90003,,2024-01-01',
  ].join('\r\n'),
  article_x_contractor:
    'article_id,article_version,contractor_id,contractor_type_id,contractor_version\r\n90001,3,1,8,2\r\n90001,3,2,8,1\r\n90001,2,1,8,2\r\n90002,1,2,8,1\r\n',
  article_x_hcpc_code: [
    'article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,long_description,short_description,range,last_updated',
    '90001,3,77080,1,1,SYNTHETIC DESCRIPTOR,SYNTHETIC,,2025-01-01',
    '90001,3,77092,1,2,SYNTHETIC DESCRIPTOR,SYNTHETIC,,2025-01-01',
    '90001,2,77080,1,1,SYNTHETIC DESCRIPTOR,SYNTHETIC,,2024-01-01',
    '90002,1,99213,1,1,SYNTHETIC DESCRIPTOR,SYNTHETIC,99213-99215,2024-01-01',
  ].join('\n'),
  article_x_icd10_covered:
    'article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,sort_order,description,asterisk\n90001,3,M81.0,1,1,,1,Synthetic title,*\n90002,1,Z00.00,1,1,,1,Synthetic title,\n',
  article_x_icd10_noncovered:
    'article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,description\n90001,3,M85.80,1,1,Synthetic title\n',
  article_related_documents:
    'article_id,article_version,related_num,r_article_id,r_lcd_id\n90001,3,1,,90009\n',
  article_x_revision_history:
    'article_id,article_version,rev_hist_num,rev_hist_date,rev_hist_exp\n90001,3,R2,01/01/2025,"PROSE OF the history"\n',
};

/** As CMS puts it: a dictionary, and an inner zip of tables. */
export function exported(changes: Readonly<Record<string, string>> = {}): Buffer {
  const members = Object.entries({ ...tables, ...changes }).map(([table, content]) => ({
    name: `${table}.csv`,
    content,
  }));
  return zip([
    { name: 'article_dictionary.pdf', content: '%PDF synthetic' },
    { name: 'current_article_csv.zip', content: zip(members) },
  ]);
}
