import type { FastifyInstance } from 'fastify';
import type { ConsoleDeps } from '#modules/accounts/index.ts';
import { boardRoutes } from './board-routes.tsx';
import { deskRoutes } from './desk-routes.tsx';
import { figureRoutes } from './figure-routes.tsx';

/** The pages of the telephone for staff. */
export function phoneConsole(app: FastifyInstance, deps: ConsoleDeps): void {
  boardRoutes(app, deps); // /bang/goi
  figureRoutes(app, deps); // /bang/goi/so-lieu  /bang/goi/danh-sach
  deskRoutes(app, deps); // /bang/goi/:id  /bang/goi/moi
}
