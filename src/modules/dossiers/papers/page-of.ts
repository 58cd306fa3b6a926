import { sayMoment } from '#modules/deadlines/index.ts';
import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import { nationalMotto, type PdfBlock, type PdfPage } from '#platform/pdf/index.ts';
import { footOf } from '../rules/one-stop.ts';
import type { PaperEvent, PaperFacts } from './paper-facts.ts';
import { sealOf } from './seal-of.ts';

type Paper = {
  kind: string;
  title: string;
  subtitle?: string;
  event: PaperEvent;
  blocks: readonly PdfBlock[];
};

/** As it stands at the head of a paper that names no place. */
export const headDay = (day: string): string => dayWords(day).replace(/^n/, 'N');

export const moment = (at: Date | null): string =>
  at ? sayMoment(at.toISOString(), 'vi', utilityZone) : 'Chưa hẹn';
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${month} năm ${year}`;
};

/** The frame of every paper of a dossier: who issues it, its number, and the code that shows it is genuine. */
export function pageOf(facts: PaperFacts, { kind: slug, title, subtitle, event, blocks }: Paper): PdfPage {
  const { dossier, centre, above, rules, url } = facts;
  const search = new URLSearchParams({
    ma: dossier.code,
    'su-kien': String(event.seq),
    loai: slug,
    chung: sealOf(dossier, slug, event.hash).slice(0, shownOfHash),
  });
  const names = [above?.name.vi, centre?.name.vi].filter((name) => name !== undefined);
  return {
    size: 'A4',
    language: 'vi',
    title,
    ...(subtitle ? { subtitle } : {}),
    letterhead: { left: names.map((name) => name.toLocaleUpperCase('vi')), right: nationalMotto },
    number: `Mã hồ sơ: ${dossier.code}`,
    placeAndDay: headDay(dayAt(event.at)),
    blocks: dossier.agency_uncertain ? beforeHands(blocks, uncertainId) : blocks,
    verification: {
      address: `${url}/kiem-tra-giay?${search}`,
      words: 'Quét mã để kiểm tra giấy này là thật.',
    },
    footer: footOf(rules),
    author: centre?.name.vi ?? dossier.centre_code,
    made: event.at,
  };
}

/** 128 bits: nobody finds another event that has them, and the code stays coarse enough for a cheap telephone. */
export const shownOfHash = 32;

const beforeHands = (blocks: readonly PdfBlock[], note: PdfBlock): PdfBlock[] => {
  const hands = blocks.filter(({ kind }) => kind === 'signatures');
  return [...blocks.filter((block) => !hands.includes(block)), note, ...hands];
};

const uncertainId: PdfBlock = {
  kind: 'paragraph',
  italic: true,
  text: 'Ghi chú: mã cơ quan trong mã hồ sơ chưa được cơ quan có thẩm quyền xác nhận.',
};

export const line = (label: string, value: string | null | undefined) => ({
  label,
  value: value || 'Không có',
});
