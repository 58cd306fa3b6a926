import type { PdfPage } from '#platform/pdf/index.ts';
import { renderPdf } from '#platform/pdf/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, type Scope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { controlSheet } from './control-sheet.ts';
import { type PaperFacts, readPaperFacts } from './paper-facts.ts';
import { apologyPaper, receiptPaper, refusalPaper, supplementPaper } from './slips.ts';

type Kind = { name: Text; event: RegExp; draw(facts: PaperFacts, trx: Trx): PdfPage | Promise<PdfPage> };

/** The papers of a dossier by their addresses, and the kind of event each tells of. */
export const paperKinds: Record<string, Kind> = {
  'giay-tiep-nhan': {
    name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with appointment' },
    event: /^open$/,
    draw: receiptPaper,
  },
  'phieu-bo-sung': {
    name: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Supplement slip' },
    event: /ask_supplement$/,
    draw: supplementPaper,
  },
  'phieu-tu-choi': {
    name: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal slip' },
    event: /^decline$/,
    draw: refusalPaper,
  },
  'phieu-xin-loi': {
    name: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology with a new date' },
    event: /^reappoint$/,
    draw: apologyPaper,
  },
  'phieu-kiem-soat': {
    name: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control sheet' },
    event: /./,
    draw: (facts, trx) => controlSheet(trx, facts),
  },
};

/** What tells how colleagues worked; it is not given to the customer. */
export const ofColleagues: ReadonlySet<string> = new Set(['phieu-kiem-soat']);

/** A paper of a dossier that whoever asks may see, as PDF. */
export async function drawPaper(
  db: Database,
  scope: Scope,
  caseId: string,
  kind: Kind,
  url: string,
): Promise<Buffer> {
  const page = await inScope(db, scope, async (trx) =>
    kind.draw(await readPaperFacts(trx, caseId, url), trx),
  );
  return renderPdf(page);
}
