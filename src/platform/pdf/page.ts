import type { Language } from '#platform/text.ts';

export type PdfSize = 'A4' | 'A4-landscape' | 'A5';

export type PdfFact = { label: string; value: string };
export type PdfColumn = {
  title: string;
  /** Its share of the width, against the shares of the others. */
  share: number;
  align?: 'left' | 'right' | 'center';
};
export type PdfSignatureField = {
  /** In which quality somebody signs: “ĐẠI DIỆN BÊN BÁN ĐIỆN”. */
  who: string;
  hint?: string;
  name?: string;
  /** What is known of a signature that was given; without it, room for a pen is left. */
  signed?: readonly string[];
};

export type PdfBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; bold?: boolean; italic?: boolean; align?: 'left' | 'center' | 'right' }
  | { kind: 'facts'; rows: readonly PdfFact[] }
  | { kind: 'table'; columns: readonly PdfColumn[]; rows: readonly (readonly string[])[] }
  | { kind: 'signatures'; fields: readonly PdfSignatureField[] };

/** A file carried inside: what was signed before, word for word. */
export type PdfEnclosure = { name: string; description: string; mime: string; content: Buffer };

/** Room for the signature of a key, and what readers of PDF show about it. Filled by `signPdf`. */
export type PdfSignatureSlot = { signer: string; reason: string; place: string; at: Date };

/** A paper as data: the same look for all, the same bytes for the same description. */
export type PdfPage = {
  size: PdfSize;
  language: Language;
  title: string;
  subtitle?: string;
  /** Who issues it, to the left (the superior body first, the last line bold), and the national motto, to the right. */
  letterhead: { left: readonly string[]; right: readonly string[] };
  number?: string;
  /** “Long Thành, ngày 05 tháng 3 năm 2018”. */
  placeAndDay?: string;
  blocks: readonly PdfBlock[];
  /** The address that the QR code leads to, and the words beside it. */
  verification?: { address: string; words: string };
  footer: string;
  /** Who the file says it is by. */
  author: string;
  /** By which a file that was changed still says what it was. */
  keywords?: string;
  /** The clock of the file. Nothing else of the moment goes into it. */
  made: Date;
  enclosures?: readonly PdfEnclosure[];
  signature?: PdfSignatureSlot;
};

/** The head of a Vietnamese public paper, the same since Circular 01/2011/TT-BNV. */
export const nationalMotto: readonly string[] = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
];
