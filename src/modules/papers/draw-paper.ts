import type { PaperTemplate } from '#modules/catalogue/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import {
  nationalMotto,
  type PdfBlock,
  type PdfEnclosure,
  type PdfPage,
  type PdfSignatureField,
} from '#platform/pdf/index.ts';
import { sayDayInFull } from './case-facts.ts';
import { fillTemplate, type PaperContent } from './rules/fill-template.ts';

export type PaperToDraw = {
  id: string;
  number: string;
  template: PaperTemplate;
  content: PaperContent;
  made: Date;
  /** Where anybody checks it. */
  address: string;
};
export type SignedByCustomer = {
  at: Date;
  signer: string;
  contact: string;
  codeId: string;
  sha256: string;
};
export type SignedByUnit = { at: Date; signer: string; subject: string; fingerprint: string };

/** By which a file that was changed still says which paper it was. */
export const paperMark = (id: string) => `motcua-paper:${id}`;

/** The paper as it is issued, for the customer to read and sign. */
export const drawIssued = (paper: PaperToDraw): PdfPage => draw(paper, null, null, []);

/** The paper as the unit signs it: with what the customer signed written in it, and those very bytes enclosed. */
export function drawForUnit(
  paper: PaperToDraw,
  customer: (SignedByCustomer & { issued: Buffer }) | null,
  unit: SignedByUnit,
): PdfPage {
  const enclosures = customer
    ? [
        {
          name: 'ban-khach-hang-da-ky.pdf',
          description: 'Bản mà khách hàng đã đọc và ký bằng mã xác nhận',
          mime: 'application/pdf',
          content: customer.issued,
        },
      ]
    : [];
  const page = draw(paper, customer, unit, enclosures);
  const { facts } = paper.content;
  const signature = {
    signer: unit.subject,
    reason: `Ký ${paper.template.name.vi} ${paper.number}`,
    place: facts.unit ?? '',
    at: unit.at,
  };
  return { ...page, signature };
}

function draw(
  paper: PaperToDraw,
  customer: SignedByCustomer | null,
  unit: SignedByUnit | null,
  enclosures: PdfEnclosure[],
): PdfPage {
  const { template, content, number } = paper;
  const { facts } = content;
  const issuer = facts.unit ?? '';
  const above = issuer === facts.company ? facts.corporation : facts.company;
  return {
    size: 'A4',
    language: 'vi',
    title: template.name.vi,
    letterhead: {
      left: [above ?? '', issuer].filter(Boolean).map((name) => name.toLocaleUpperCase('vi')),
      right: nationalMotto,
    },
    number: `Số: ${number}`,
    placeAndDay: capital(sayDayInFull(paper.made)),
    blocks: [
      ...fillTemplate(template, content),
      signatures(template, facts.customer_name ?? '', customer, unit),
    ],
    verification: { address: paper.address, words: 'Quét mã hoặc mở địa chỉ dưới đây để kiểm tra văn bản:' },
    footer: `${issuer} · Hồ sơ ${facts.case_code ?? ''}`,
    author: issuer,
    keywords: paperMark(paper.id),
    made: unit?.at ?? paper.made,
    enclosures,
  };
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
const moment = (at: Date) => sayMoment(at.toISOString(), 'vi', utilityZone);

function signatures(
  template: PaperTemplate,
  customerName: string,
  customer: SignedByCustomer | null,
  unit: SignedByUnit | null,
): PdfBlock {
  const fields = template.signers.map(({ party, as }): PdfSignatureField => {
    if (party === 'customer')
      return customer
        ? { who: as, name: customerName, signed: customerWords(customer) }
        : { who: as, name: customerName, hint: '(ký trên mạng bằng mã xác nhận)' };
    return unit ? { who: as, name: unit.signer, signed: unitWords(unit) } : { who: as, hint: '(ký số)' };
  });
  return { kind: 'signatures', fields };
}

const customerWords = ({ at, contact, sha256, codeId }: SignedByCustomer): string[] => [
  'Đã ký trên mạng bằng mã xác nhận một lần',
  `Mã gửi tới: ${hideMost(contact)}`,
  `Ký lúc: ${moment(at)}`,
  `Lần gửi mã: ${codeId}`,
  `Bản đã ký (đính kèm), SHA-256: ${inGroups(sha256)}`,
];

const unitWords = ({ at, subject, fingerprint }: SignedByUnit): string[] => [
  `Ký số bởi: ${subject}`,
  `Ký lúc: ${moment(at)}`,
  `Chứng thư (SHA-256): ${inGroups(fingerprint.slice(0, 32))} …`,
];

/** A long number in pieces, so that it can break at the end of a line and be compared by eye. */
const inGroups = (hex: string) => hex.match(/.{1,8}/g)?.join(' ') ?? hex;

/** Enough for its owner to know it again; nothing for whoever finds the paper. */
export function hideMost(contact: string): string {
  const at = contact.indexOf('@');
  if (at > 0) return `${contact.slice(0, Math.min(2, at))}***${contact.slice(at)}`;
  return `*** *** ${contact.slice(-3)}`;
}
