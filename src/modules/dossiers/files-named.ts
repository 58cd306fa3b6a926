import type { PaperToAttach } from '#modules/cases/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type Reason, refuse } from '#platform/refused.ts';
import { findFiles } from './queries-inbox.ts';
import type { PaperNamed } from './read-message.ts';
import { portalReasons } from './reasons.ts';

/** The files that a message names, as they lie in the store; refuses those that were never sent or are not what is said. */
export async function filesNamed(
  trx: Trx,
  endpoint: string,
  papers: readonly PaperNamed[],
): Promise<PaperToAttach[]> {
  const found = await findFiles(
    trx,
    endpoint,
    papers.map(({ IdTepTin }) => IdTepTin),
  );
  const wrong: Record<string, Reason> = {};
  const files = papers.flatMap(({ IdTepTin, HashTepTin, MaGiayTo }, index) => {
    const file = found.find(({ id }) => id === IdTepTin);
    if (!file) wrong[`/GiayTo/${index}/IdTepTin`] = portalReasons.file_unknown;
    else if (file.sent_sha256 !== HashTepTin)
      wrong[`/GiayTo/${index}/HashTepTin`] = portalReasons.file_hash_differs;
    return file
      ? [{ kind: MaGiayTo, name: file.name, sha256: file.sha256, mime: file.mime, bytes: Number(file.bytes) }]
      : [];
  });
  const [first] = Object.values(wrong);
  if (first) throw refuse(first, {}, wrong);
  return files;
}
