import type { FastifyReply } from 'fastify';
import { type Plain, toXml } from './xml.ts';

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];
export const mimes = { xml: 'text/xml', json: 'application/json' } as const;
/** JSON leaves the root out. */
export type Answer = { root: string; content: Plain };

export const answer = (reply: FastifyReply, format: Format, { root, content }: Answer): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .type(`${mimes[format]}; charset=utf-8`)
    .send(format === 'json' ? JSON.stringify(content) : toXml(root, content));
