import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { endRegulation } from '../end-regulation.ts';
import { type IssuedDocument, issueRegulation } from '../issue-regulation.ts';
import { moveDraft } from '../move-draft.ts';
import { regulationReasons as reasons } from '../reasons.ts';
import { type RecordDeps, wrongIn } from '../record.ts';
import { draftStages } from '../rules/stages.ts';

type Sent = { fields: Record<string, string>; document: IssuedDocument | null };
type Run = (deps: RecordDeps, actor: Actor, province: string, sent: Sent) => Promise<unknown>;

const requestIdOf = ({ fields }: Sent): string => {
  const read = z.uuid().safeParse(fields.requestId);
  if (!read.success) throw refuse(reasons.form_incomplete);
  return read.data;
};

const dayIn = ({ fields }: Sent, name: string): string => {
  const read = z.iso.date().safeParse(fields[name]?.trim());
  if (!read.success) throw wrongIn(name, reasons.day_needed);
  return read.data;
};

/** What a form says becomes what an act asks for; what cannot be read is refused at its input. */
export const consoleActs: Record<'buoc' | 'ban-hanh' | 'het-hieu-luc', Run> = {
  buoc: (deps, actor, province, sent) => {
    const stage = draftStages.find((known) => known === sent.fields.stage);
    if (!stage) throw wrongIn('stage', reasons.stage_needed);
    const { body = '', note = '', reason = '' } = sent.fields;
    return moveDraft(deps, actor, {
      ...{ requestId: requestIdOf(sent), province, stage, note, reason },
      since: dayIn(sent, 'since'),
      body: body === '' ? null : body,
    });
  },
  'ban-hanh': (deps, actor, province, sent) =>
    issueRegulation(deps, actor, {
      ...{ requestId: requestIdOf(sent), province, document: sent.document },
      number: sent.fields.number ?? '',
      issuedOn: dayIn(sent, 'issuedOn'),
      validFrom: dayIn(sent, 'validFrom'),
      template: sent.fields.template ?? '',
    }),
  'het-hieu-luc': (deps, actor, province, sent) =>
    endRegulation(deps, actor, {
      ...{ requestId: requestIdOf(sent), province },
      lastDay: dayIn(sent, 'lastDay'),
      reason: sent.fields.ground ?? '',
      regulation: sent.fields.regulation ?? '',
    }),
};
