/** Published files that are known and not read: what each is, why it is not read, and what to load in its place. */

import { isProposed, ofMedicaid } from '../../official/kit/not-of-medicare.ts';
import type { Sighting } from '../format/format.ts';

/** What a file that no format reads is known by. */
export type Seen = Pick<Sighting, 'name' | 'head' | 'within'>;

interface KnownFile {
  readonly what: string;
  readonly why: string;
  /** What to load in its place, or what else to do, as an instruction. */
  readonly instead: string;
  /** Whether it is such a file, where a pattern does not tell; that goes before all patterns. */
  readonly is?: (seen: Seen) => boolean;
  /** How its publisher names it. */
  readonly named?: RegExp;
  /** What its first bytes have, whatever its name. */
  readonly holds?: RegExp;
}

const noAmounts = 'the graph has no place for these amounts';
const hcpcsCodes = 'load the HCPCS Level II file for the codes';

/** The first that matches is named; those with content before those with a name alone. */
const knownFiles: readonly KnownFile[] = [
  {
    what: 'a table of a proposed rule',
    why: 'nothing of it holds until the final rule says so',
    instead: 'load the table of the final rule, or of the quarter',
    is: isProposed,
  },
  {
    what: 'a table of the edits of Medicaid',
    why: 'its values are those of Medicaid, and the graph holds those of Medicare',
    instead: 'load the table of Medicare, whose name has MCR or ccipra',
    is: ofMedicaid,
  },
  {
    what: 'a table of anaesthesia conversion factors that does not tell for whom they are',
    why: 'from 2026 on there are two, one for qualifying APM participants',
    instead: 'give the file a name with QPP or nonQPP in it, and load it again',
    named: /^ANES(?:20)?\d\d\b/i,
    holds: /^\s*"?Contractor"?\s*[,\t]\s*"?Locality"?\s*[,\t][^$]{0,260}?\bAnes(?:thesia)? C/im,
  },
  {
    what: 'a crosswalk of drugs that is none of those for ASP, AWP, OPPS and PrEP, or does not tell which',
    why: 'what a crosswalk is for is a part of what it states',
    instead: 'load the crosswalk of payment limits (ASP), under the name that CMS gave it',
    named: /NDC[-_ ]*(?:to[-_ ]*)?HCPCS|(?:^|[^a-z])NOC[-_ ]*(?:pricing|NDC)/i,
    holds: /^\s*"?(?:_?20\d\d[_ ])?(?:HCPCS[_ ])?CODE"?\s*[,\t][^$]{0,200}?\bPKG[_ ]QTY\b/im,
  },
  {
    what: 'the prices of drugs that are not otherwise classified',
    why: 'they are prices of drugs by name, without a code',
    instead: 'load the payment limits of the same quarter for drugs that have a code',
    named: /NOC[-_ ]*(?:drug|pric)/i,
    holds: /^.{0,1500}(?:Drug Generic Name|Generic \(?Trade).{0,200}Payment Limit/is,
  },
  {
    what: 'a list of proprietary laboratory analyses or of new laboratory codes',
    why: 'it tells codes, whose descriptors belong to the AMA, and no fees',
    instead: 'load the clinical laboratory fee schedule of the quarter',
    named:
      /(?:^|[^a-z])PLA(?:[^a-z]|$)|proprietary.?lab|(?:CLFS|lab)[^/]*(?:crosswalk|gap.?fill|new.?codes)/i,
  },
  {
    what: 'the directory of clinicians, groups or facilities of Care Compare',
    why: 'it is about people and organisations, of which the graph holds none by number',
    instead: 'load the NUCC taxonomy for the codes of specialties',
    named:
      /^DAC_NationalDownloadable|^(?:Facility_Affiliation|Utilization|(?:ec|grp)_(?:score|public))|Physician_?Compare/i,
    holds: /^"?NPI"?,"?Ind_PAC_ID|^"?Ind_PAC_ID/i,
  },
  {
    what: 'NADAC, what pharmacies pay for drugs',
    why: 'it prices packages for Medicaid, not services for Medicare',
    instead: 'load the payment limits of Medicare Part B drugs',
    named: /NADAC/i,
    holds: /^[^\n]{0,80}NADAC[ _]Per[ _]Unit/i,
  },
  {
    what: 'a formulary or price file of Part D',
    why: 'drugs of pharmacies are not billed by HCPCS code',
    instead: 'load the payment limits of Medicare Part B drugs',
    named: /formulary|(?:beneficiary cost|pharmacy network).*file|part.?d.?pricing/i,
    holds: /^FORMULARY_ID\||^CONTRACT_ID\|PLAN_ID/i,
  },
  {
    what: 'spending on drugs by year',
    why: 'its totals of a year are neither limits nor prices of a code on a day',
    instead: 'load the payment limits of Medicare Part B drugs',
    named: /(?:part.?[bd]|medicaid).*(?:drug.?)?spending|DSD_PTB|DSD_PTD/i,
    holds: /^"?(?:HCPCS_Cd|Brnd_Name)"?,[^\n]{0,120}Tot_Spndng/i,
  },
  {
    what: 'a list of drugs that patients give themselves (SAD)',
    why: 'contractors publish it as articles',
    instead: 'load an export of the Medicare Coverage Database',
    named: /(?:^|[^a-z])SAD(?:[^a-z]|$)|self.?administered/i,
  },
  {
    what: 'the list of telehealth services',
    why: 'the graph has no place for how a service may be given',
    instead: 'load the relative value file for the codes',
    named: /telehealth/i,
    holds: /^.{0,300}LIST OF MEDICARE TELEHEALTH SERVICES/is,
  },
  {
    what: 'the list of designated health services (Stark law)',
    why: 'it is about referrals, not about what is paid',
    instead: hcpcsCodes,
    named: /(?:^|[^a-z])DHS(?:[^a-z]|$)|designated.?health/i,
    holds: /^.{0,300}DESIGNATED HEALTH SERVICE/is,
  },
  {
    what: 'the file of providers or of their rates (POS, PSF)',
    why: 'it is about single facilities, of which the graph holds those with price files alone',
    instead:
      'load the price file of the hospital; places of service are codes of two digits, in another file',
    named: /provider.?specific|^POS_(?:File|OTHER|IQIES|CLIA)|(?:^|[^a-z])PSF(?:[^a-z]|$)/i,
    holds:
      /^"?PRVDR_CTGRY_SBTYP_CD|^"?(?:Provider ?)?CCN"?,"?(?:National Provider Identifier|Effective Date)/i,
  },
  {
    what: 'the DMEPOS fee schedule',
    why: 'it prices equipment and supplies by state, and the graph holds such codes without prices',
    instead: hcpcsCodes,
    named: /DMEPOS|DMEPEN|^DME\d\d/i,
    holds: /^"?HCPCS"?,"?Mod"?,(?:"?Mod2"?,)?"?JURIS/im,
  },
  {
    what: 'an addendum of the ambulatory surgical center payment system',
    why: 'the graph states what an outpatient hospital is paid, not a surgical center',
    instead: 'load OPPS Addendum B for how the hospital outpatient system treats the codes',
    named: /(?:^|[^a-z])ASC(?:[^a-z]|$)|Addend(?:um|a)[ _.-]*(?:AA|BB|DD1|DD2|EE|FF)(?:[^a-z0-9]|$)/i,
    holds: /^.{0,200}(?:Addendum (?:AA|BB|DD1|DD2|EE|FF)\b|ASC covered (?:surgical|ancillary))/is,
  },
  {
    what: 'an addendum of the outpatient or physician payment rule',
    why: 'of these addenda A, B and E are read, in the layouts of their CSV and text files',
    instead: 'load OPPS Addendum A or B, or the relative value and GPCI files of the physician fee schedule',
    named: /Addend(?:um|a)[ _.-]*(?:[A-Z]|D1|D2)(?:[^a-z0-9]|$)/i,
    holds: /^.{0,200}Addendum (?:[C-Q]|D1|D2)\b/is,
  },
  {
    what: 'a table of the inpatient payment rule, such as the weights of MS-DRGs or wage indices',
    why: 'the graph is about services billed by code, and inpatient stays are paid by group',
    instead: 'load the price file of a hospital for what it charges',
    named:
      /(?:IPPS|LTCH)[^/]*table|^CMS-\d{4}-(?:F|FC|P|CN\d?)[ _-]*Tables?[ _-]*\d|MS-?DRG|wage[ _-]?index/i,
    holds: /^.{0,300}(?:(?:MS-DRG|diagnosis-related groups?).{0,300}weight|MS-DRG (?:index|definitions))/is,
  },
  {
    what: 'the text form of the localities by county',
    why: 'its lists of counties are cut off after 58 characters',
    instead: 'load the CSV of the same archive',
    holds: /^\s*COUNTIES INCLUDED IN 20\d\d LOCALITIES/i,
  },
  {
    what: 'the ambulance fee schedule',
    why: noAmounts,
    instead: hcpcsCodes,
    named: /ambulance|^AFS(?:\d|PUF|_)|AFS\d{4}/i,
    holds: /^.{0,300}ambulance fee schedule/is,
  },
  {
    what: 'a file of the home health payment system, such as PDGM case-mix weights',
    why: noAmounts,
    instead: 'nothing in its place is read',
    named: /PDGM|home[ _-]?health|(?:^|[^a-z])HH(?:A|[ _-]?PPS|[ _-]?GRG)/i,
    holds: /^.{0,300}(?:PDGM|HIPPS.{0,80}weight)/is,
  },
  {
    what: 'a payment file of nursing, rehabilitation, psychiatric or hospice facilities',
    why: noAmounts,
    instead: 'nothing in its place is read',
    named: /(?:^|[^a-z])(?:SNF|PDPM|IRF|IPF|hospice|ESRD)(?:[^a-z]|$)/i,
  },
  {
    what: 'a file of other names, places or addresses of the provider registry NPPES',
    why: 'of providers only the ZIP code of their practice is kept',
    instead: 'load its npidata_pfile',
    named: /^(?:othername|pl|endpoint)_pfile/i,
    holds: /^"?NPI"?,"?(?:Provider (?:Other|Secondary)|Endpoint Type)/i,
  },
  {
    what: 'use of Medicare by provider',
    why: 'it is about single clinicians, of which the graph holds none',
    instead: 'load the table by geography and service of the same year',
    named: /^MUP_PHY_.*(?:Prov|Prvdr)/i,
    holds: /^"?Rndrng_NPI/i,
  },
  {
    what: 'the national summary of Part B',
    why: 'its totals count lines of claims otherwise than the table by geography and service',
    instead: 'load the table by geography and service',
    named: /PartB.?National|National.?Summary.?Data|BESS/i,
  },
  {
    what: 'the Restructured BETOS classification',
    why: 'classes are stated for the codes of the text alone',
    instead: 'load the HCPCS Level II file, which has the BETOS class of its codes',
    named: /RBCS/i,
    holds: /^[^\n]{0,80}RBCS_(?:ID|Cat)/i,
  },
  {
    what: 'a file of Open Payments',
    why: 'it is about money from makers to clinicians, not about what a payer pays',
    instead: 'nothing in its place is read',
    named: /^OP_(?:DTL|PGYR|REMOVED|CVRD)|Open ?Payments/i,
    holds: /Covered_Recipient_(?:Type|NPI|Profile)/,
  },
  {
    what: 'general equivalence mappings between ICD-9 and ICD-10',
    why: 'they ended with 2018 and the graph holds ICD-10-CM alone',
    instead: 'load ICD-10-CM in tabular order',
    named: /(?:^|[^a-z])(?:\d{4}_)?I(?:9|10)gem|(?:^|[^a-z])gems?(?:[^a-z]|$)|_gem_/i,
    holds: /^\w{3,7} +\w{3,7} +[01]{3}\d\d\s*$/m,
  },
  {
    what: 'ICD-10-PCS',
    why: 'its procedures are those of inpatient stays, which are not billed by HCPCS code',
    instead: 'load ICD-10-CM in tabular order for diagnoses',
    named: /icd[-_ ]?10[-_ ]?pcs|^pcs_/i,
    // Its codes have seven characters and no letters I and O; sections have three.
    holds: /^\uFEFF?00001 001 +0 \S/,
  },
  {
    what: 'the list of ICD-10-CM codes without their order',
    why: 'the file in tabular order has the same codes with the headings above them',
    instead: 'load icd10cm_order_<year>.txt from the same archive',
    named: /icd10cm[-_ ]?codes(?![-_ ]?addenda)/i,
    holds: /^\uFEFF?A000 {4}Cholera/,
  },
  {
    what: 'ICD-10-CM as XML: tabular list, index, or tables of drugs and neoplasms',
    why: 'the text in tabular order has the same codes and titles',
    instead: 'load icd10cm_order_<year>.txt',
    named: /icd[-_ ]?10[-_ ]?cm.*(?:tabular|index|drug|neoplasm|eindex).*\.xml$/i,
    holds: /<ICD10CM\.(?:tabular|index)/,
  },
  {
    what: 'diagnoses grouped by AHRQ (CCSR)',
    why: 'the graph holds the headings of ICD-10-CM alone',
    instead: 'load ICD-10-CM in tabular order',
    named: /(?:DX|PR)CCSR|CCSR/i,
    holds: /'?ICD-10-CM CODE'?,[^\n]{0,80}CCSR/i,
  },
  {
    what: 'the changes between two years of HCPCS Level II',
    why: 'the record file has the action and its day for every code, also for those that ended',
    instead: 'load HCPC<year>_ANWEB.txt from the same archive',
    named: /Changes_by_(?:ActionCode|HCPC)|HCPC.*Trans[-_ ]?(?:Alpha|report|action)|transaction[-_ ]report/i,
    holds: /^ *HCPC\/MOD +ACTION CD +SHORT DESCRIPTION/m,
  },
  {
    what: 'the processing notes of HCPCS Level II',
    why: 'they are prose about the payment of groups of codes',
    instead: 'load HCPC<year>_ANWEB.txt from the same archive',
    named: /^proc_?notes/i,
    holds: /^\s*PROCESSING NOTES\s/,
  },
  {
    what: 'a read-me or the description of a layout',
    why: 'it has no data',
    instead: 'load the file that it describes',
    named: /lay_?out|lyout|HCPC.*read_?me/i,
  },
  {
    what: 'corrections to a release of HCPCS Level II',
    why: 'they are prose for readers, and CMS posts the record file again with them made',
    instead: 'load the record file of the newest version of that release',
    named: /HCPC.*Corrections?/i,
  },
  {
    what: 'LOINC',
    why: 'the graph is about what is billed, and its licence is that of Regenstrief',
    instead: 'nothing in its place is read',
    named: /^Loinc|LoincTable/i,
    holds: /^\W*LOINC_NUM\W/,
  },
  {
    what: 'RxNorm',
    why: 'drugs are known by their HCPCS codes',
    instead: hcpcsCodes,
    named: /^RXN(?:CONSO|REL|SAT|STY|DOC|SAB|CUI|ATOMARCHIVE)/i,
  },
  {
    what: 'the National Drug Code directory',
    why: 'drugs are known by their HCPCS codes',
    instead: hcpcsCodes,
    named: /^ndc(?:text|xls)|^(?:product|package)\.txt$/i,
    holds: /^PRODUCT(?:ID|NDC)\tPRODUCTNDC\t/,
  },
  {
    what: 'SNOMED CT',
    why: 'the graph is about what is billed, and its use needs a licence',
    instead: 'load ICD-10-CM in tabular order for diagnoses',
    named: /^(?:x?sct2|der2)_/i,
    holds: /^id\teffectiveTime\tactive\tmoduleId\t/,
  },
  {
    what: 'a list of reason or remark codes of X12',
    why: 'their texts belong to X12',
    instead: 'nothing in its place is read',
    named: /(?:^|[^a-z])(?:CARC|RARC)(?:[^a-z]|$)|remittance.?advice|claim.?adjustment/i,
  },
  {
    what: 'plan data of the marketplace or of Medicare Advantage',
    why: 'it tells benefits of plans, not what is covered by code',
    instead: 'write the policy of the payer as text, or load its Transparency in Coverage files',
    named:
      /(?:BenCostSharing|PlanAttributes|ServiceArea|Network|Rate|BusinessRules)[-_]?PUF|^pbp_|CPSC_|Landscape/i,
    holds: /BusinessYear,StateCode,IssuerId/,
  },
  {
    what: 'facts about hospitals from Care Compare',
    why: 'a hospital is known by its price file',
    instead: 'load the price file of the hospital',
    named: /Hospital_General_Information/i,
    holds: /^"?Facility ID"?,"?Facility Name/i,
  },
  {
    what: 'the index in which a hospital says where its price files are (cms-hpt.txt)',
    why: 'nothing is fetched from addresses in files',
    instead: 'fetch the file at mrf-url and load it',
    named: /^cms-hpt\.txt$/i,
    holds: /^\uFEFF?location-name:/im,
  },
  {
    what: 'a table that somebody made from reports of the Coverage API',
    why: 'it is no file of CMS, and contractors stand in it by names run together',
    instead: 'load the pages of the API as they are (JSON), or an export of the coverage database',
    holds: /^\W*contractor_name_type,document_display_id,document_id,document_type/i,
  },
  {
    what: 'the description of an API',
    why: 'it has no data',
    instead: 'load what the API answers',
    holds: /^\s*\{\s*"(?:openapi|swagger)"\s*:/,
  },
];

/** How a file that is known and not read is named to a user; undefined for any other file. */
export function knownUnread(seen: Seen): string | undefined {
  const { name, head } = seen;
  const byContent = knownFiles.find(({ is, holds }) => is?.(seen) || holds?.test(head));
  const found = byContent ?? knownFiles.find(({ named }) => named?.test(name));
  if (!found) return undefined;
  const { what, why, instead } = found;
  return `${byContent ? 'it' : 'by its name it'} is ${what}, known and not read: ${why}; ${instead}`;
}
