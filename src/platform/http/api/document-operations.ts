import { z } from 'zod';
import { tidyComponents } from './tidy-components.ts';

const parameter = z.looseObject({ name: z.string(), in: z.string() });
const operation = z.looseObject({
  parameters: z.array(parameter).optional(),
  responses: z.record(z.string(), z.looseObject({})).optional(),
  security: z.array(z.unknown()).optional(),
});
type Operation = z.infer<typeof operation>;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any string of 1 to 255 characters, best a UUID. The same key with the same request is done once and answered alike; with another request it is refused. Without it, a retry acts again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const language = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'vi or en: the language of the sentences in problems',
  schema: { type: 'string' },
  example: 'en',
};
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const failures = {
  '4XX': problem('Refused, with the reason; each value at fault is named'),
  '5XX': problem('Away for a moment; whatever was acknowledged is safe'),
};

/** What holds for every operation alike is said here once: how it is refused, in which language, how it is sent only once. */
export function documentOperations<T extends { paths?: object }>(document: T): T {
  complete(document.paths ?? {});
  return tidyComponents(document);
}

function complete(paths: object): void {
  for (const path of Object.values(paths))
    for (const [method, described] of Object.entries(z.record(z.string(), z.unknown()).parse(path)))
      Object.assign(path, { [method]: completed(method, operation.parse(described)) });
}

const completed = (method: string, described: Operation): Operation => ({
  ...described,
  parameters: [...(described.parameters ?? []), ...(method === 'post' ? [idempotencyKey] : []), language],
  responses: { ...named(described.responses ?? {}), ...failures },
});

/** A response that says nothing of itself is called after what was asked. */
const named = (responses: NonNullable<Operation['responses']>) =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      response.description === 'Default Response' ? { ...response, description: 'As asked' } : response,
    ]),
  );
