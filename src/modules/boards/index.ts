export { boardsApi } from './board-api.ts';
export { boardRoutes } from './board-routes.tsx';
export { mayReadBoards } from './rules/may-read.ts';
