import { Readable } from 'node:stream';
import type { PaperToAttach } from '#modules/cases/index.ts';
import type { FileStore, StoredFile } from '#platform/files/index.ts';
import { nationalMotto, renderPdf } from '#platform/pdf/index.ts';

/** Nobody may take a paper of the demonstration for one of a real body. */
const warning = 'TÀI LIỆU MINH HỌA, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ. Mọi nội dung đều do phần mềm đặt ra.';

/** Drawing a page takes longer than an act: each is drawn once. */
export type Cabinet = { files: FileStore; kept: Map<string, StoredFile> };

/** A page that stands for what a customer or a State body would hand in; it says what it is. */
export async function aMadeUpPaper(
  { files, kept }: Cabinet,
  about: { kind: string; title: string; by: string; made: Date },
): Promise<PaperToAttach> {
  const known = kept.get(`${about.by} ${about.title}`);
  if (known) return { ...known, kind: about.kind };
  const pdf = await renderPdf({
    size: 'A4',
    language: 'vi',
    title: about.title,
    letterhead: { left: ['BẢN MINH HỌA', about.by], right: nationalMotto },
    blocks: [
      { kind: 'paragraph', text: warning, bold: true },
      {
        kind: 'paragraph',
        text: 'Ở hệ thống thật, chỗ này là giấy tờ thật của người nộp hoặc cơ quan ban hành.',
      },
    ],
    footer: warning,
    author: about.by,
    made: about.made,
  });
  const file = await files.store(Readable.from([pdf]), { name: `${about.title}.pdf` });
  kept.set(`${about.by} ${about.title}`, file);
  return { kind: about.kind, ...file };
}
