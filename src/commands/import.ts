import { access } from 'node:fs/promises';
import {
  HeaderRefused,
  type ImportCounts,
  type ImportKind,
  importFile,
  importKinds,
  readImportFacts,
} from '#modules/customers/index.ts';
import { systemClock, todayOf } from '#platform/clock.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { CommandRefused, inWords, say } from './say.ts';
import { withDatabase } from './with-database.ts';

const usage = {
  vi: 'Cách dùng: import customers|contracts|meter-points TỆP.csv [TỆP_TỪ_CHỐI.csv]. Nhập khách hàng trước, rồi hợp đồng, rồi điểm đo.',
  en: 'Usage: import customers|contracts|meter-points FILE.csv [REFUSED.csv]. Customers first, then contracts, then meter points.',
};

/** Brings customers, contracts or meter points in from a file; run again, it changes only what differs. */
export async function importCommand([what, file, named]: string[]): Promise<number> {
  const kind = importKinds.find((known) => known === what);
  if (!kind || !file) throw new CommandRefused([usage], 2);
  await access(file).catch(() => {
    throw new CommandRefused([{ vi: `Không đọc được tệp ${file}.`, en: `The file ${file} cannot be read.` }]);
  });
  const report = named ?? `${file.replace(/\.csv$/i, '')}.refused.csv`;
  const began = Date.now();
  const counts = await bringIn(kind, file, report, began).catch(inWords).catch(explainHeader);
  tell(counts, began);
  if (counts.refused > 0) say({ vi: `Dòng bị từ chối: xem ${report}`, en: `refused lines are in ${report}` });
  return 0;
}

const bringIn = (kind: ImportKind, file: string, report: string, began: number): Promise<ImportCounts> =>
  withDatabase(async (db, _, url) => {
    const today = todayOf(systemClock);
    const facts = await inScope(db, systemScope, (trx) => readImportFacts(trx, today));
    const progress = everySoOften((counts: ImportCounts) => tell(counts, began));
    return importFile({ kind, file, report, url, facts, clock: systemClock, progress });
  });

function everySoOften(show: (counts: ImportCounts) => void): (counts: ImportCounts) => void {
  let last = Date.now();
  return (counts) => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    show(counts);
  };
}

function tell({ lines, added, changed, same, repeated, refused }: ImportCounts, began: number): void {
  const pace = Math.round((lines * 1000) / Math.max(1, Date.now() - began));
  say({
    vi: `${lines} dòng: ${added} mới, ${changed} sửa, ${same} như cũ, ${repeated} lặp lại, ${refused} từ chối (${pace} dòng/giây)`,
    en: `${lines} lines: ${added} new, ${changed} changed, ${same} same, ${repeated} repeated, ${refused} refused (${pace} a second)`,
  });
}

function explainHeader(error: unknown): never {
  if (!(error instanceof HeaderRefused)) throw error;
  const columns = error.missing.join(', ');
  throw new CommandRefused([
    {
      vi: `Dòng đầu của tệp thiếu cột: ${columns}. Tên cột xem docs/runbook.md; tệp phải là CSV, mã UTF-8.`,
      en: `The first line of the file lacks the columns ${columns}. Their names are in docs/runbook.md; the file must be CSV in UTF-8.`,
    },
  ]);
}
