import { createHash } from 'node:crypto';
import { listServices, type OneStopRule, readOneStopRules } from '#modules/catalogue/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import { nationalMotto, type PdfBlock, type PdfPage } from '#platform/pdf/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { onTimesOf } from '../on-time-of.ts';
import { listCodes, listRegister, mostInRegister, type RegisterRow } from '../queries.ts';
import { dossierReasons } from '../reasons.ts';
import type { DossierDeps } from '../register-dossier.ts';
import { maySeeRegister } from '../rules/may.ts';
import { endOfPeriod, shareOf } from '../rules/on-time-share.ts';
import { footOf } from '../rules/one-stop.ts';
import { onTimeWords, shareTexts, statusName } from '../texts.ts';
import { dayWords, headDay, moment } from './page-of.ts';

export type Period = { centre: string; from: string; to: string };
/** `onTime`: by Decision 766/QĐ-TTg, as it stood at the end of the period. */
export type JudgedRow = RegisterRow & { onTime: boolean | null };
export type Register = {
  period: Period;
  /** When the verdicts are seen. */
  judgedAt: Date;
  centreName: string;
  rows: JudgedRow[];
  rules: readonly OneStopRule[];
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
  const judgedAt = endOfPeriod(period.to, clock.now());
  const seen = await inScope(db, actor.scope, async (trx) => {
    const centre = await findUnit(trx, period.centre);
    const services = await listServices(trx, dayAt(clock.now()));
    const units = await listUnits(trx, { closedToo: true });
    return {
      ...{ period, judgedAt, centreName: centre?.name.vi ?? period.centre },
      rows: await listJudged(trx, period, judgedAt),
      rules: await readOneStopRules(trx, period.from, period.to),
      serviceNames: new Map(services.map(({ definition }) => [definition.code, definition.name.vi])),
      unitNames: new Map(units.map(({ code, name }) => [code, name.vi])),
    };
  });
  const digest = digestOf(seen.rows.map(({ code }) => code));
  const isOver = period.to < dayAt(clock.now());
  return { ...seen, whole: isOver && (await checkRegister(deps, period, digest)) };
}

/** In a number of statements that does not grow with the rows. */
async function listJudged(trx: Trx, { centre, from, to }: Period, judgedAt: Date): Promise<JudgedRow[]> {
  const rows = await listRegister(trx, centre, from, to);
  if (rows.length > mostInRegister)
    throw refuse(
      dossierReasons.register_too_long,
      { most: mostInRegister },
      { to: dossierReasons.register_too_long },
    );
  const judged = await onTimesOf(trx, rows, judgedAt);
  return rows.map((row) => ({ ...row, onTime: judged.get(row.case_id)?.onTime ?? null }));
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

export function registerPaper(register: Register, url: string, made: Date): PdfPage {
  const { period, centreName, rows, rules, whole } = register;
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
    blocks: [{ kind: 'paragraph', text: shareWords(register, 'vi') }, tableOf(register)],
    ...(whole
      ? {
          verification: {
            address: `${url}/kiem-tra-giay?${search}`,
            words: 'Quét mã để kiểm tra sổ liệt kê đúng các hồ sơ đã nhận.',
          },
        }
      : {}),
    footer: footOf(rules),
    author: centreName,
    made,
  };
}

const tableOf = ({ rows, serviceNames, unitNames }: Register): PdfBlock => ({
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
    { title: 'Đúng hạn', share: 3 },
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
    onTimeWords(row.onTime).vi,
    '',
  ]),
});

/** How many of those judged were on time, and as of when. */
export function shareWords({ rows, judgedAt }: Register, language: Language): string {
  const { onTime, late, unknown, percent } = shareOf(rows);
  const facts = {
    ...{ on: onTime, all: onTime + late, unknown },
    at: sayMoment(judgedAt.toISOString(), language, utilityZone),
    percent: language === 'vi' ? (percent ?? '').replace('.', ',') : (percent ?? ''),
  };
  return fill((percent === null ? shareTexts.none : shareTexts.some)[language], facts);
}
