import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { mostBytes } from '#platform/files/index.ts';
import { inputReasons } from '#platform/http/invalid-input.ts';
import { readForm } from '#platform/http/read-form.ts';
import { refuse } from '#platform/refused.ts';
import { caseReasons } from '../reasons.ts';
import { codeGiven } from './case-shape.ts';
import type { CaseApiDeps } from './deps.ts';
import { readPage } from './read-routes.ts';
import { rememberSent } from './sent-papers.ts';

const bytes = z.any().meta({ type: 'string', format: 'binary' });
const sent = z
  .object({
    sha256: z
      .string()
      .describe('Names the file where it is attached; of the content as kept: photos are made anew'),
    name: z.string(),
    mime: z.string(),
    bytes: z.int(),
  })
  .meta({ id: 'SentFile' });

/** Files: sent first, attached by their hash then, fetched from the case. */
export function fileRoutes(instance: FastifyInstance, deps: CaseApiDeps): void {
  sendRoute(instance, deps);
  fetchRoute(instance, deps);
}

function sendRoute(instance: FastifyInstance, deps: CaseApiDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/files',
    {
      config: { files: true },
      schema: {
        operationId: 'sendFile',
        tags: ['files'],
        summary: 'Send one photo or PDF, to be attached by its hash',
        description: `A form (multipart/form-data) with one part named \`file\`: JPEG, PNG, WebP or PDF, at most ${mostBytes / 1e6} MB. Only this key can attach it. Sent twice, it is kept once.`,
        consumes: ['multipart/form-data'],
        body: z.object({ file: bytes }),
        response: { 201: sent },
      },
      validatorCompiler: () => () => ({ value: undefined }), // a form is read part by part, below
    },
    async (request, reply) => {
      const missing = { '/file': inputReasons.missing };
      if (!request.isMultipart()) throw refuse(inputReasons.invalid_input, {}, missing);
      const { files, refusedFiles } = await readForm(request, deps.files);
      const [refused] = Object.values(refusedFiles);
      if (refused) throw refuse(refused.reason, refused.facts, { '/file': refused.reason });
      const [file] = files;
      if (!file) throw refuse(inputReasons.invalid_input, {}, missing);
      const { field: _, ...kept } = file;
      await rememberSent(deps.db, machineOf(request).keyId, kept, deps.clock.now());
      return reply.status(201).send(kept);
    },
  );
}

function fetchRoute(instance: FastifyInstance, deps: CaseApiDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/documents/:id',
    {
      config: { notJson: true },
      schema: {
        operationId: 'readDocument',
        tags: ['files'],
        summary: 'The content of a document of a case',
        params: codeGiven.extend({ id: z.uuid() }),
        response: { 200: { content: { 'application/octet-stream': { schema: bytes } } } },
      },
    },
    async (request, reply) => {
      const { view } = await readPage(deps, request, request.params.code);
      const paper = view.documents.find(({ id }) => id === request.params.id);
      if (!paper) throw refuse(caseReasons.case_not_found);
      const named = `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`;
      reply
        .type(paper.mime)
        .header('content-disposition', named)
        .header('cache-control', 'private, no-store');
      return reply.send(await deps.files.read(paper.sha256));
    },
  );
}
