import { acting, type CaseRow } from '#modules/cases/index.ts';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import { admitCase, type Trx } from '#platform/postgres/in-scope.ts';

/** The unit that signs for the utility: the company while the step that makes the paper is the company's, else the one that holds the case. */
export async function signingUnit(
  trx: Trx,
  found: Pick<CaseRow, 'id' | 'unit_code' | 'service_version_id'>,
  kind: string,
): Promise<string> {
  // A step of the company lies on the company's path; whoever sees the case sees all its steps.
  await admitCase(trx, found.id);
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const makes = (code: string) =>
    definition.steps.some((step) => step.code === code && step.papers?.includes(kind));
  const open = (await acting.listTasks(trx, found.id)).filter(({ state }) => state === 'open');
  return (
    open.find(({ level, step_code }) => level === 'company' && makes(step_code))?.unit_code ?? found.unit_code
  );
}
