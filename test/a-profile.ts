import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const dated = 'source: Decision 1, validFrom: 2018-01-01';
const limit = (calendar = 'office') =>
  `{ amount: 3, unit: working_days, calendar: ${calendar}, source: Decision 1 }`;

/** A service of one field, one variant with a condition, one without. */
export const service = `code: new-supply
number: 1
name: { vi: Cấp điện, en: New supply }
group: supply
needs: [{ vi: Xin cấp điện, en: New electricity }]
applicant: { vi: Người ở, en: Who lives there }
fee: { vi: Không thu tiền, en: Free }
visits: 0
result: { vi: Có điện, en: Electricity }
source: Decision 1
validFrom: 2018-01-01
fields:
  - name: area
    type: choice
    label: { vi: Ở đâu, en: Where }
    required: true
    options:
      - { value: urban, label: { vi: Phường, en: Ward } }
      - { value: rural, label: { vi: Xã, en: Commune } }
documents: []
variants:
  - { code: urban, name: { vi: Phường, en: Ward }, limit: ${limit()}, when: { field: area, equals: urban } }
  - { code: rural, name: { vi: Xã, en: Commune }, limit: ${limit()} }
steps:
  - code: energise
    name: { vi: Đóng điện, en: Switch on }
    plain: { vi: Thợ đến đóng điện, en: The crew switches on }
    actor: { level: unit, role: clerk }
    limit: ${limit()}
    counted: true
    produces: { vi: Biên bản, en: Minutes }
`;

/** A profile of one corporation, two companies and three units, file by file. */
export const files: Record<string, string> = {
  'profile.yaml': `code: utility
name: { vi: Tổng công ty, en: Corporation }
shortName: { vi: Điện, en: Power }
corporation: CORP
timezone: Asia/Ho_Chi_Minh
hotlines: ['1900']
website: example.vn
customerCode: { pattern: '^C', example: C1, hint: { vi: Mã, en: Code } }
source: Decision 1
validFrom: 2018-01-01
`,
  'units/units.yaml': `defaults: { ${dated}, nameStatus: found }
entries:
  - { code: CORP, kind: corporation, parent: null, name: { vi: Tổng, en: Corp } }
  - { code: CO1, kind: company, parent: CORP, name: { vi: Một, en: One } }
  - { code: CO2, kind: company, parent: CORP, name: { vi: Hai, en: Two } }
  - { code: CO1A, kind: district_unit, parent: CO1, name: { vi: Một A, en: One A } }
  - { code: CO1B, kind: district_unit, parent: CO1, name: { vi: Một B, en: One B } }
  - { code: CO2A, kind: district_unit, parent: CO2, name: { vi: Hai A, en: Two A } }
`,
  'districts.yaml': `defaults: { ${dated} }
provinces:
  - { code: '10', name: { vi: Tỉnh, en: Province }, company: CO1 }
entries:
  - { code: '101', province: '10', name: { vi: Huyện Một, en: District One }, area: rural, unit: CO1A }
  - { code: '102', province: '10', name: { vi: Huyện Hai, en: District Two }, area: rural, unit: CO1B }
`,
  'services/new-supply.yaml': service,
  'calendars/office.yaml': `code: office
timezone: Asia/Ho_Chi_Minh
name: { vi: Lịch, en: Calendar }
validFrom: 2018-01-01
validTo: 2027-12-31
week:
  mon: [['08:00', '17:00']]
  tue: [['08:00', '17:00']]
  wed: [['08:00', '17:00']]
  thu: [['08:00', '17:00']]
  fri: [['08:00', '17:00']]
  sat: []
  sun: []
exceptions:
  - { date: 2026-01-01, intervals: [], name: { vi: Tết Dương lịch, en: New Year }, source: Labour Code }
`,
  'standards.yaml': `entries:
  - { code: restore, name: { vi: Có điện lại, en: Restored }, value: 2, unit: hours, ${dated} }
`,
  'escalation.yaml': `entries:
  - { code: days, appliesTo: [working_days], warnAtShare: 0.75, toCompanyAfter: ${limit()}, toCorporationAfter: null, ${dated} }
`,
  'reorganisations.yaml': 'entries: []\n',
};

/** Writes a small, sound profile to a folder of its own, with some files changed; `undefined` leaves a file out. */
export async function aProfile(changes: Record<string, string | undefined> = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'profile-'));
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  return directory;
}

export const removeProfile = (directory: string): Promise<void> =>
  rm(directory, { recursive: true, force: true });
