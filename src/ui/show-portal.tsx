import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Text } from '#platform/text.ts';
import { type PortalFrame, PortalLayout } from './portal-layout.tsx';

/** What every page of the portal needs from around it. */
export type PortalPages = { frame(request: FastifyRequest): Promise<PortalFrame> };

/** Sends a page of the portal in its frame. A page that is somebody's own is kept by no cache. */
export async function showPortal(
  pages: PortalPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { title, status = 200 }: { title: Text | string; status?: number },
  content: ReactNode,
): Promise<FastifyReply> {
  const frame = await pages.frame(request);
  reply.status(status).header('cache-control', 'no-store');
  const words = typeof title === 'string' ? title : title[request.language];
  return reply.page(
    <PortalLayout frame={frame} title={words}>
      {content}
    </PortalLayout>,
  );
}
