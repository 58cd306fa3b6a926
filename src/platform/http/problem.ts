import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refused } from '../refused.ts';
import { fill } from '../text.ts';

export const problemSchema = z
  .object({
    type: z.string().describe('A page that explains the code'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('What to branch on; never changes its meaning'),
    detail: z.string().describe('A sentence for people, in the language of Accept-Language (vi or en)'),
    instance: z.string(),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header']),
          pointer: z.string().describe('RFC 6901, as a URI fragment: which value is at fault'),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .describe('Every value at fault, each named'),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'https://motcua.example.vn/api/problems/invalid_input',
        title: 'Invalid input',
        status: 422,
        code: 'invalid_input',
        detail: 'Some of what was sent is not right; each place is named.',
        instance: '/api/v1/cases',
        errors: [
          {
            in: 'body',
            pointer: '#/customer/phone',
            code: 'phone_wrong',
            detail: 'This is no Vietnamese phone number.',
          },
        ],
      },
    ],
  });
type Problem = z.infer<typeof problemSchema>;

/** RFC 9457, in the reader's language; each wrong field is named. */
export function sendProblem(
  { language, url }: Pick<FastifyRequest, 'language' | 'url'>,
  reply: FastifyReply,
  refused: Refused,
  status: number,
  base: string,
): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify(problemOf({ language, url }, refused, status, base)));
}

/** The problem itself, where it is kept to be given again. */
export function problemOf(
  { language, url }: Pick<FastifyRequest, 'language' | 'url'>,
  { reason, facts, fields }: Refused,
  status: number,
  base: string,
): Problem {
  return {
    type: `${base}/api/problems/${reason.code}`,
    title: titleOf(reason.code),
    status,
    code: reason.code,
    detail: fill(reason[language], facts),
    instance: url.split('?')[0] ?? url,
    errors: Object.entries(fields).map(([field, why]) => ({
      ...placeOf(field),
      code: why.code,
      detail: fill(why[language], facts),
    })),
  };
}

/** What people read for a code. */
export const titleOf = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `/customer/name` and the bare name an act gives point into the body; `query:limit`, `path:code`, `header:if-match` elsewhere. */
function placeOf(field: string): Pick<Problem['errors'][number], 'in' | 'pointer'> {
  const [, where, name] = /^(query|path|header):(.*)$/s.exec(field) ?? [];
  if (where === 'query' || where === 'path' || where === 'header')
    return { in: where, pointer: `#/${encodeURI((name ?? '').toWellFormed())}` };
  return {
    in: 'body',
    pointer: `#${field.startsWith('/') || field === '' ? '' : '/'}${encodeURI(field.toWellFormed())}`,
  };
}
