export { type Adjustable, type Applied, applyRegulation } from './apply-regulation.ts';
export { type Regulation, readRegulation, regulationFor } from './queries.ts';
