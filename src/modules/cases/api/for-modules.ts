/** What another module needs that adds operations on a case to the machine interface. */
export { actOperations } from './act-routes.ts';
export { act } from './an-act.ts';
export { codeGiven } from './case-shape.ts';
export { codeIn } from './read-routes.ts';
export { paperGiven, papersGiven, sentPapers } from './sent-papers.ts';
