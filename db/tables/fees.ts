/** Fee schedules of Medicare and what their amounts are computed from. */

import * as e from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import {
  decimal,
  dollars,
  flag,
  oneOf,
  origin,
  orNull,
  ref,
  statementTable,
  text,
  textList,
  whole,
} from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords, priced, withModifier } from './sentences.ts';

export const feeScheduleEntry = statementTable({
  name: 'fee_schedule_entry',
  type: 'FeeScheduleEntry',
  description: 'A row of the Medicare physician fee schedule. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId', 'modifierId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row; null for the row without one.')),
    release: origin(text('The release or releases in which the row was read, such as RVU25D.')),
    statusCode: text(
      'Status code, such as A active, C contractor-priced, N not covered by statute. A is no coverage decision.',
    ),
    workRvu: decimal(2, 'Work RVU.'),
    practiceExpenseRvuNonFacility: decimal(2, 'Practice expense RVU, non-facility.'),
    nonFacilityNotApplicable: flag('The file flags the non-facility amount as not applicable.'),
    practiceExpenseRvuFacility: decimal(2, 'Practice expense RVU, facility.'),
    facilityNotApplicable: flag('The file flags the facility amount as not applicable. That is not a zero.'),
    malpracticeRvu: decimal(2, 'Malpractice RVU.'),
    totalRvuNonFacility: decimal(2, 'Total RVU, non-facility.'),
    totalRvuFacility: decimal(2, 'Total RVU, facility.'),
    pcTcIndicator: text('PC/TC indicator as in the file, such as 1.'),
    globalDays: text('Global days, such as XXX.'),
    multipleProcedure: text('Multiple procedure indicator.'),
    bilateralSurgery: text('Bilateral surgery indicator.'),
    assistantSurgery: text('Assistant at surgery indicator.'),
    coSurgeons: text('Co-surgeons indicator.'),
    teamSurgery: text('Team surgery indicator.'),
    supervision: text('Physician supervision of diagnostic procedures.'),
    imagingFamily: text('Diagnostic imaging family indicator.'),
    conversionFactor: decimal(4, 'Conversion factor in US dollars per RVU.'),
    oppsPeNonFacility: decimal(2, 'Practice expense used for the OPPS comparison, non-facility.'),
    oppsPeFacility: decimal(2, 'Practice expense used for the OPPS comparison, facility.'),
    oppsMalpractice: decimal(2, 'Malpractice used for the OPPS comparison.'),
    nonFacilityAmount: orNull(
      decimal(
        2,
        'US dollars, national, all GPCIs at 1, rounded half up, before any OPPS cap; null when not priced or not applicable.',
      ),
    ),
    facilityAmount: orNull(
      decimal(
        2,
        'US dollars, national, all GPCIs at 1, rounded half up, before any OPPS cap; null when not priced or not applicable.',
      ),
    ),
    amountDerivation: text('How the amounts were worked out.'),
  },
  sentence: (row) => {
    const code = withModifier(row.codeId, row.modifierId);
    const facility = row.facilityNotApplicable ? 'not applicable' : priced(row.facilityAmount);
    return `Medicare ${row.release}: ${code}, status ${row.statusCode}, non-facility ${priced(row.nonFacilityAmount)}, facility ${facility}. Priced is not covered.`;
  },
});

export const imagingCap = statementTable({
  name: 'imaging_cap',
  type: 'ImagingCap',
  description:
    'The most that Medicare pays for imaging under the physician fee schedule in a locality: what the hospital outpatient system would pay.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'jurisdictionId'],
  exclusiveBy: ['codeId', 'modifierId', 'jurisdictionId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row; null for the row without one.')),
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    release: origin(text('The release in which it was read, such as RVU25D.')),
    statusCode: text('Status code; C is priced by the contractor, which may not go above the cap.'),
    nonFacilityCap: decimal(2, 'US dollars, non-facility.'),
    facilityCap: decimal(2, 'US dollars, facility.'),
  },
  sentence: (row) => {
    const code = withModifier(row.codeId, row.modifierId);
    return `Imaging cap ${row.release}: ${code} in ${lastPart(row.jurisdictionId)}, at most ${priced(row.nonFacilityCap)} non-facility and ${priced(row.facilityCap)} facility.`;
  },
});

export const oppsStatus = statementTable({
  name: 'opps_status',
  type: 'OppsStatus',
  description: 'How the hospital outpatient payment system treats a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    year: whole('Calendar year.'),
    statusIndicator: text(
      'Status indicator, such as S separately paid, M not billable to the contractor, Q1 conditionally packaged.',
    ),
    apc: orNull(text('APC as in Addendum B, such as 5521; null where it gives none or was not read.')),
    relativeWeight: orNull(decimal(4, 'Relative weight; null where there is none or it was not read.')),
    paymentRate: orNull(dollars('National rate in US dollars; null where none is paid.')),
    nationalCopayment: orNull(
      dollars('National unadjusted copayment in US dollars; null where there is none or it was not read.'),
    ),
    minimumCopayment: orNull(
      dollars('Minimum unadjusted copayment in US dollars; null where there is none or it was not read.'),
    ),
    adjustedCopayment: orNull(
      dollars(
        'Copayment in US dollars after the cap at the inpatient deductible and the adjustment of drugs for inflation; null where the file gives none.',
      ),
    ),
    passThroughEnds: orNull(
      text('When pass-through payment of a drug or device ends, as in the file; null where it gives none.'),
    ),
    apcInferred: origin(orNull(text('APC inferred from the rate by this project; null where none fits.'))),
  },
  sentence: (row) =>
    `OPPS ${row.year}: ${lastPart(row.codeId)}, status indicator ${row.statusIndicator}, rate ${priced(row.paymentRate, 4)}.`,
});

export const oppsComparison = statementTable({
  name: 'opps_comparison',
  type: 'OppsComparison',
  description: 'What the OPPS comparison values of a fee-schedule row let one infer about hospital payment.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row.')),
    year: whole('Calendar year.'),
    comparisonRvu: decimal(2, 'Comparison RVU.'),
    comparisonAmount: decimal(2, 'Comparison amount in US dollars.'),
    nearestApc: orNull(text('APC with the nearest rate; null where none is near.')),
    summary: text('The inference in our own words.'),
  },
  sentence: ({ summary }) => summary,
});

export const apcRate = statementTable({
  name: 'apc_rate',
  type: 'ApcRate',
  description:
    'The weight and rate of an ambulatory payment classification (APC), a group of services that outpatient departments are paid for alike.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'apc'],
  exclusiveBy: ['payerId', 'apc'],
  columns: {
    payerId: ref('payer', 'Medicare.'),
    apc: text('APC number, such as 5521.'),
    label: text('Title of the group in Addendum A, or our own words where that file was not loaded.'),
    statusIndicator: text('Status indicator, such as S.'),
    relativeWeight: orNull(decimal(4, 'Relative weight; null where there is none, as for drugs.')),
    paymentRate: orNull(
      dollars('National rate in US dollars; null where there is none, as for pass-through devices.'),
    ),
    nationalCopayment: orNull(
      dollars('National unadjusted copayment in US dollars; null where there is none or it was not read.'),
    ),
    minimumCopayment: orNull(
      dollars('Minimum unadjusted copayment in US dollars; null where there is none.'),
    ),
    coinsurancePercentage: orNull(
      decimal(
        3,
        'Share that the patient pays for a drug, in percent, adjusted for inflation; null where the file gives none.',
      ),
    ),
    adjustedCopayment: orNull(
      dollars(
        'Copayment in US dollars after the cap at the inpatient deductible and the adjustment of drugs for inflation; null where the file gives none.',
      ),
    ),
    passThroughEnds: orNull(
      text(
        'When pass-through payment ends, as in the file, which may be a mere *; null where it gives none.',
      ),
    ),
    fileNote: orNull(text('The note of the row in the words of the file; null where it has none.')),
  },
  sentence: (row) => `APC ${row.apc} (${row.label}): ${priced(row.paymentRate, 4)}.`,
});

export const laboratoryFee = statementTable({
  name: 'laboratory_fee',
  type: 'LaboratoryFee',
  description:
    'A row of the Medicare clinical laboratory fee schedule: what Medicare pays for a test. It prices a code; it does not cover it.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'modifierId'],
  exclusiveBy: ['codeId', 'modifierId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    modifierId: orNull(ref('modifier', 'The modifier of the row, such as QW; null for the row without one.')),
    year: whole('Calendar year of the schedule.'),
    feeKind: oneOf(e.LaboratoryFeeKind, 'How the fee is set.'),
    amount: orNull(
      decimal(2, 'US dollars, the same in the whole country; null where the contractor sets it. Never 0.'),
    ),
  },
  sentence: (row) => {
    const price = row.amount === null ? 'priced by the contractor' : priced(row.amount);
    return `Clinical laboratory fee schedule ${row.year}: ${withModifier(row.codeId, row.modifierId)}, ${price}. Priced is not covered.`;
  },
});

export const conversionFactor = statementTable({
  name: 'conversion_factor',
  type: 'ConversionFactor',
  description: 'Dollars per RVU under the Medicare physician fee schedule.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId'],
  exclusiveBy: ['payerId', 'appliesTo'],
  columns: {
    payerId: ref('payer', 'Medicare.'),
    appliesTo: oneOf(e.ApmStatus, 'To whom.'),
    factor: decimal(4, 'US dollars per RVU.'),
  },
  sentence: (row) =>
    `Conversion factor $${formatDecimal(row.factor, 4)} per RVU, for ${inWords(row.appliesTo)}.`,
});

export const localityIndex = statementTable({
  name: 'locality_index',
  type: 'LocalityIndex',
  description: 'Geographic practice cost indices (GPCI) of a fee-schedule locality.',
  envelope,
  subject: 'jurisdictionId',
  walkedBy: ['jurisdictionId'],
  exclusiveBy: ['jurisdictionId'],
  columns: {
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    workGpci: decimal(3, 'Work index, with the statutory floor of 1 applied.'),
    practiceExpenseGpci: decimal(3, 'Practice expense index.'),
    malpracticeGpci: decimal(3, 'Malpractice index.'),
  },
  sentence: (row) => {
    const [work, practice, malpractice] = [row.workGpci, row.practiceExpenseGpci, row.malpracticeGpci].map(
      (index) => formatDecimal(index, 3),
    );
    return `GPCI of ${lastPart(row.jurisdictionId)}: work ${work}, practice expense ${practice}, malpractice ${malpractice}.`;
  },
});

export const localityCounty = statementTable({
  name: 'locality_county',
  type: 'LocalityCounty',
  description:
    'Which county a locality of the Medicare physician fee schedule holds, in the words of the file by county. It says nothing of ZIP codes: where a service is given decides by ZIP code.',
  envelope,
  subject: 'jurisdictionId',
  walkedBy: ['jurisdictionId', 'countyState'],
  columns: {
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    extent: oneOf(
      e.CountyExtent,
      'Whether it is one county, all of the state, or all that no other row names.',
    ),
    county: orNull(
      text(
        'Name of the county as in the file, slips of the pen included; null where the extent is not NAMED.',
      ),
    ),
    countyState: orNull(text('State of the county, two letters; null where the file does not name it.')),
    exceptions: textList('Names of the counties that the row excepts, as in the file; empty for most.'),
    area: text('Name of the fee schedule area as in the file, such as REST OF STATE.'),
    release: origin(text('The release in which it was read, such as LOCCO2025.')),
  },
  sentence: (row) => {
    const except = JSON.parse(row.exceptions).length > 0 ? ' with exceptions' : '';
    const state = row.countyState ? `, ${row.countyState}` : '';
    const what = row.county ?? `${row.extent === 'ALL' ? 'all counties' : 'all other counties'}${except}`;
    return `Locality ${lastPart(row.jurisdictionId)} (${row.area}) holds ${what}${state}.`;
  },
});

export const zipLocality = statementTable({
  name: 'zip_locality',
  type: 'ZipLocality',
  description:
    'The locality of the Medicare physician fee schedule in which a ZIP code lies. It prices by where the service is given.',
  envelope,
  subject: 'jurisdictionId',
  walkedBy: ['zip', 'jurisdictionId'],
  exclusiveBy: ['zip', 'plusFourFrom'],
  columns: {
    zip: text('Five digits as text.'),
    plusFourFrom: orNull(
      text('First four-digit extension that it is about, as text; null where it is about the five digits.'),
    ),
    plusFourTo: orNull(
      text('Last extension of a run without a gap; null where it is about the five digits.'),
    ),
    jurisdictionId: ref('jurisdiction', 'The locality.'),
    needsPlusFour: flag(
      'Whether the ZIP code lies in several localities, so that the four-digit extension decides.',
    ),
    release: origin(text('The release in which it was read, such as ZIP5_20254.')),
  },
  sentence: (row) => {
    const digits = row.plusFourFrom ? `${row.zip}-${row.plusFourFrom} to -${row.plusFourTo}` : row.zip;
    return `ZIP ${digits} lies in ${row.needsPlusFour && !row.plusFourFrom ? 'several localities, one of them ' : ''}${lastPart(row.jurisdictionId)}.`;
  },
});
