export { type PaperConsoleDeps, paperConsole, sectionOnCase } from './console/index.ts';
export type { PaperDeps, SigningDeps } from './deps.ts';
export { type Made, type MakePaper, makePaper } from './make-paper.ts';
export { paperPortal } from './portal/index.ts';
export { papersOnCase } from './portal/papers-on-case.ts';
export { sendSigningCode, signByCustomer } from './sign-by-customer.ts';
export { signByUnit } from './sign-by-unit.ts';
export { keySealerFrom, makeUnitKey, retireUnitKey, type UnitKeyDeps } from './unit-keys.ts';
export { verifyPaper } from './verify-paper.ts';
