import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import type { ActRequest, ActResult, Deps } from '../act-on-case.ts';
import type { PaperToAttach } from '../attach.ts';

type Run<B> = (
  deps: Deps,
  actor: Actor,
  request: ActRequest,
  body: B,
  papers: PaperToAttach[],
) => Promise<ActResult>;
export type ApiAct = {
  slug: string;
  operationId: string;
  summary: string;
  body: z.ZodObject;
  run: Run<unknown>;
  /** What is answered beside the code and the version. */
  answers: z.ZodObject | null;
};

/** An act with its body: parsed once more where it is run, so that the table needs no cast. */
export const act = <S extends z.ZodRawShape>(
  slug: string,
  operationId: string,
  summary: string,
  shape: S,
  run: Run<z.infer<z.ZodObject<S>>>,
  answers: z.ZodObject | null = null,
): ApiAct => {
  const body = z.strictObject(shape);
  return {
    ...{ slug, operationId, summary, answers },
    body,
    run: (deps, actor, request, sent, papers) => run(deps, actor, request, body.parse(sent), papers),
  };
};
