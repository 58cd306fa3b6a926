import { createHash } from 'node:crypto';
import { listServices } from '#modules/catalogue/index.ts';
import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { nationalMotto, type PdfPage } from '#platform/pdf/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { listCodes, listRegister, mostInRegister, type RegisterRow } from '../queries.ts';
import { dossierReasons } from '../reasons.ts';
import type { DossierDeps } from '../register-dossier.ts';
import { maySeeRegister } from '../rules/may.ts';
import { statusName } from '../texts.ts';
import { dayWords, headDay, moment } from './page-of.ts';

export type Period = { centre: string; from: string; to: string };
export type Register = {
  period: Period;
  centreName: string;
  rows: RegisterRow[];
  serviceNames: ReadonlyMap<string, string>;
  unitNames: ReadonlyMap<string, string>;
  /** Whoever asks sees all of it, and nothing more can come in: only then can the printed list be checked, now and later. */
  whole: boolean;
};

const yearMs = 367 * 86_400_000;

/** Sổ theo dõi hồ sơ: what came in at a centre between two days, as far as whoever asks sees it. */
export async function readRegister(deps: DossierDeps, actor: Actor, period: Period): Promise<Register> {
  if (!maySeeRegister(actor)) throw refuse(dossierReasons.register_not_yours);
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
  if (!(from <= to && to - from < yearMs))
    throw refuse(dossierReasons.period_wrong, {}, { to: dossierReasons.period_wrong });
  const { db, clock } = deps;
  const seen = await inScope(db, actor.scope, async (trx) => {
    const centre = await findUnit(trx, period.centre);
    const services = await listServices(trx, dayAt(clock.now()));
    const units = await listUnits(trx, { closedToo: true });
    return {
      period,
      centreName: centre?.name.vi ?? period.centre,
      rows: await listRegister(trx, period.centre, period.from, period.to),
      serviceNames: new Map(services.map(({ definition }) => [definition.code, definition.name.vi])),
      unitNames: new Map(units.map(({ code, name }) => [code, name.vi])),
    };
  });
  if (seen.rows.length > mostInRegister)
    throw refuse(
      dossierReasons.register_too_long,
      { most: mostInRegister },
      { to: dossierReasons.register_too_long },
    );
  const digest = digestOf(seen.rows.map(({ code }) => code));
  const isOver = period.to < dayAt(clock.now());
  return { ...seen, whole: isOver && (await checkRegister(deps, period, digest)) };
}

export const digestOf = (codes: readonly string[]): string =>
  createHash('sha256').update(codes.join('\n')).digest('hex');

/** Whether a printed register lists what came in: the codes of a period do not change once it is over. */
export const checkRegister = (
  { db }: Pick<DossierDeps, 'db'>,
  { centre, from, to }: Period,
  digest: string,
): Promise<boolean> =>
  inScope(
    db,
    systemScope,
    async (trx) => digestOf((await listCodes(trx, centre, from, to)).map(({ code }) => code)) === digest,
  );

export function registerPaper(
  { period, centreName, rows, serviceNames, unitNames, whole }: Register,
  url: string,
  made: Date,
): PdfPage {
  const digest = digestOf(rows.map(({ code }) => code));
  const search = new URLSearchParams({
    'trung-tam': period.centre,
    tu: period.from,
    den: period.to,
    chung: digest,
  });
  return {
    size: 'A4-landscape',
    language: 'vi',
    title: 'Sổ theo dõi hồ sơ',
    subtitle: `Từ ${dayWords(period.from)} đến ${dayWords(period.to)}: ${rows.length} hồ sơ`,
    letterhead: { left: [centreName.toLocaleUpperCase('vi')], right: nationalMotto },
    placeAndDay: headDay(dayAt(made)),
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'STT', share: 1.4, align: 'center' },
          { title: 'Mã hồ sơ', share: 5 },
          { title: 'Tên thủ tục', share: 6 },
          { title: 'Người nộp', share: 4 },
          { title: 'Nhận lúc', share: 4 },
          { title: 'Hẹn trả', share: 4 },
          { title: 'Đơn vị giải quyết', share: 4 },
          { title: 'Trạng thái', share: 3 },
          { title: 'Ký nhận', share: 2 },
        ],
        rows: rows.map((row, index) => [
          String(index + 1),
          row.code,
          serviceNames.get(row.service_code) ?? row.service_code,
          row.customer_name,
          row.received_on.split('-').reverse().join('/'),
          moment(row.reappointment_at ?? row.appointment_at),
          unitNames.get(row.unit_code) ?? row.unit_code,
          statusName(row.status).vi,
          '',
        ]),
      },
    ],
    ...(whole
      ? {
          verification: {
            address: `${url}/kiem-tra-giay?${search}`,
            words: 'Quét mã để kiểm tra sổ liệt kê đúng các hồ sơ đã nhận.',
          },
        }
      : {}),
    footer: 'Nội dung theo Thông tư 01/2018/TT-VPCP; cách trình bày của hệ thống',
    author: centreName,
    made,
  };
}
