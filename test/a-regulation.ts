import { sql } from 'kysely';
import { type RegulationDefinition, regulationSchema } from '#modules/catalogue/index.ts';
import type { Database } from '#platform/postgres/database.ts';

const limit = (amount: number, source: string) => ({
  amount,
  unit: 'working_days' as const,
  calendar: 'state-bodies',
  source,
});

const made = (given: Partial<RegulationDefinition>): RegulationDefinition =>
  regulationSchema.parse({
    code: 'rules',
    province: '72',
    status: 'issued',
    services: ['cap-dien-trung-ap-ngoai-sinh-hoat'],
    source: 'for tests',
    validFrom: '2019-01-01',
    ...given,
  });

/** A regulation for tests, of the province of `anOrganisation`. */
export const aRegulation = made;

const quangNam = 'Quảng Nam 2017';
/** 26 working days for the whole: 19 of the State, 7 of the utility. */
export const like26Days = made({
  code: 'like-26-days',
  totals: [{ limit: limit(26, quangNam) }],
  shares: { state: 19, utility: 7 },
  source: quangNam,
});

const thanhHoa = 'Thanh Hóa, thủ tục 8014 Cổng Dịch vụ công quốc gia';
/** Up to 2,000 kVA: 10 working days where the customer invests, 28 where the utility is hired; a supplement adds up to 2. */
export const like10Or28Days = made({
  code: 'like-10-or-28-days',
  totals: [
    {
      when: [
        { field: 'capacity_kva', atMost: 2000 },
        { field: 'investor', equals: 'customer' },
      ],
      limit: limit(10, thanhHoa),
      because: { vi: 'Khách hàng tự đầu tư', en: 'The customer invests' },
    },
    {
      when: [
        { field: 'capacity_kva', atMost: 2000 },
        { field: 'investor', equals: 'utility' },
      ],
      limit: limit(28, thanhHoa),
      because: { vi: 'Khách hàng thuê ngành điện đầu tư', en: 'The utility is hired to invest' },
    },
  ],
  supplementAdds: 2,
  source: thanhHoa,
});

/** Takes away what an earlier test recorded: the tables keep what the profile filled, and with it the rest. */
export async function onlyThoseOfTheProfile(owner: Database): Promise<void> {
  await owner.deleteFrom('regulation_days').execute();
  await owner.deleteFrom('regulations').where('origin', '=', 'recorded').execute();
  await sql`call motcua.bind_regulations()`.execute(owner);
}
