/** States and territories, by their FIPS numbers, which data sets of CMS use, and by their letters. */

import { jurisdiction } from '../../../db/tables/index.ts';
import { namedEntity } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';

const byNumber: Readonly<Record<string, string>> = Object.fromEntries(
  `01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA
   23 ME 24 MD 25 MA 26 MI 27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH 40 OK 41 OR
   42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY 60 AS 66 GU 69 MP 72 PR 78 VI`
    .match(/\d\d [A-Z]{2}/g)
    ?.map((pair) => pair.split(' ') as [string, string]) ?? [],
);

/** An area as statements name it. */
export interface Area {
  readonly id: string;
  readonly label: string;
  readonly named: (line: number) => NamedEntity;
}

function area(code: string, label: string, kind: 'NATIONAL' | 'STATE'): Area {
  const id = `Jurisdiction:${code}`;
  const state = kind === 'STATE' ? code : null;
  const row = { id, kind, code, label, state, contractorNumber: null } as const;
  return { id, label, named: (line) => namedEntity(jurisdiction, row, { line }) };
}

/** The whole country. */
export const nation = area('US', 'United States', 'NATIONAL');

/** The state or territory of a FIPS number; undefined for any other number, such as one for foreign addresses. */
export function stateNumbered(number: string, label: string): Area | undefined {
  const code = byNumber[number.padStart(2, '0')];
  return code ? area(code, label, 'STATE') : undefined;
}

const letters = new Set(Object.values(byNumber));

/** The whole state or territory of two letters; undefined for other letters, or where the name is of a part. */
export function stateLettered(code: string, label: string): Area | undefined {
  const whole = label.replace(/\s*-\s*entire state$/i, '');
  return letters.has(code) && !whole.includes(' - ') ? area(code, whole, 'STATE') : undefined;
}

const names: Readonly<Record<string, string>> = {
  ...{ AL: 'ALABAMA', AK: 'ALASKA', AZ: 'ARIZONA', AR: 'ARKANSAS', CA: 'CALIFORNIA', CO: 'COLORADO' },
  ...{
    CT: 'CONNECTICUT',
    DE: 'DELAWARE',
    DC: 'DISTRICT OF COLUMBIA',
    FL: 'FLORIDA',
    GA: 'GEORGIA',
    HI: 'HAWAII',
  },
  ...{
    ID: 'IDAHO',
    IL: 'ILLINOIS',
    IN: 'INDIANA',
    IA: 'IOWA',
    KS: 'KANSAS',
    KY: 'KENTUCKY',
    LA: 'LOUISIANA',
  },
  ...{ ME: 'MAINE', MD: 'MARYLAND', MA: 'MASSACHUSETTS', MI: 'MICHIGAN', MN: 'MINNESOTA', MS: 'MISSISSIPPI' },
  ...{ MO: 'MISSOURI', MT: 'MONTANA', NE: 'NEBRASKA', NV: 'NEVADA', NH: 'NEW HAMPSHIRE', NJ: 'NEW JERSEY' },
  ...{
    NM: 'NEW MEXICO',
    NY: 'NEW YORK',
    NC: 'NORTH CAROLINA',
    ND: 'NORTH DAKOTA',
    OH: 'OHIO',
    OK: 'OKLAHOMA',
  },
  ...{ OR: 'OREGON', PA: 'PENNSYLVANIA', RI: 'RHODE ISLAND', SC: 'SOUTH CAROLINA', SD: 'SOUTH DAKOTA' },
  ...{ TN: 'TENNESSEE', TX: 'TEXAS', UT: 'UTAH', VT: 'VERMONT', VA: 'VIRGINIA', WA: 'WASHINGTON' },
  ...{
    WV: 'WEST VIRGINIA',
    WI: 'WISCONSIN',
    WY: 'WYOMING',
    PR: 'PUERTO RICO',
    VI: 'VIRGIN ISLANDS',
    GU: 'GUAM',
  },
};

/** The two letters of a state or territory that is written out; of several, such as HAWAII/GUAM, those of the first. */
export function stateNamed(name: string): string | undefined {
  const [first = ''] = name.toUpperCase().split('/');
  return Object.entries(names).find(([, each]) => each === first.trim())?.[0];
}
