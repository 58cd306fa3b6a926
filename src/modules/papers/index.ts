export type { PaperDeps, SigningDeps } from './deps.ts';
export { type Made, type MakePaper, makePaper } from './make-paper.ts';
export { unsignedPapers } from './queries.ts';
export { sendSigningCode, signByCustomer } from './sign-by-customer.ts';
export { signByUnit } from './sign-by-unit.ts';
export { importUnitKey, makeUnitKey, retireUnitKey } from './unit-keys.ts';
export { verifyPaper } from './verify-paper.ts';
