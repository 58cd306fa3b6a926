import type { acting } from '#modules/cases/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { lookAtSignatures } from '#platform/pdf/index.ts';
import { refuse } from '#platform/refused.ts';
import { storable } from '#platform/text.ts';
import { agencyReasons } from './reasons.ts';

/** The document of an answer, with what was found of a signature inside it. */
export type ResultFile = acting.PaperToAttach & {
  signature: 'none' | 'holds' | 'unread';
  signedBy: string | null;
};

const longestNames = 500;

/**
 * Before the transaction, which waits for no disk. A document changed after it was signed is not one that the body gave; one
 * without a signature in it is: ink and a seal count as well.
 */
export async function lookAtResult(
  files: Pick<FileStore, 'read'>,
  papers: readonly acting.PaperToAttach[],
): Promise<ResultFile[]> {
  const [paper] = papers;
  if (!paper) return [];
  if (paper.mime !== 'application/pdf') return [{ ...paper, signature: 'none', signedBy: null }];
  const seen = await lookAtSignatures(await files.read(paper.sha256));
  if (seen.state === 'broken') throw refuse(agencyReasons.signature_broken, { name: paper.name });
  const signedBy = seen.state === 'holds' ? storable(seen.signers.join('; ')).slice(0, longestNames) : null;
  return [{ ...paper, signature: seen.state, signedBy }];
}
