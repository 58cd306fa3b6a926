import type { z } from 'zod';
import { iso, isoOrNull } from '#platform/http/api/fields.ts';
import type { CasePage } from '../console/case-page-facts.ts';
import { eventWords } from '../console/event-words.ts';
import { acts } from '../rules/transitions.ts';
import { parseState } from '../states.ts';
import type { eventShape, wholeCase } from './case-shape.ts';
import { channelIn, detailsIn, directionIn } from './narrow.ts';

/** Who reads: the utility's own people see names and words among colleagues; an app sees what its customer would. */
export type Audience = 'staff' | 'customer';

export function showCase({ view, barred }: CasePage, audience: Audience): z.infer<typeof wholeCase> {
  const { code, version, address, variant, visits, language } = view;
  return {
    ...{ code, version, address, variant, visits },
    state: parseState(view.state),
    service: { code: view.service_code, name: view.service.name },
    channel: channelIn(view.channel),
    unit: { code: view.unit_code, name: view.unit?.name ?? null },
    customerName: view.customer_name,
    customer: {
      phone: view.customer_phone,
      email: view.customer_email,
      customerCode: audience === 'customer' && view.customer_matched ? null : view.customer_code,
    },
    details: detailsIn(view.details),
    language: language === 'en' ? 'en' : 'vi',
    ...momentsOf(view),
    visitsPromised: view.visits_promised,
    receiptHash: view.receiptHash,
    steps: view.steps.map(asStep),
    documents: view.documents.map(asPaper),
    messages: messagesFor(view, audience),
    supplements: view.supplements.map(asSupplement),
    rating: view.rating ? { score: view.rating.score, remark: view.rating.remark } : null,
    may: acts.filter((act) => barred(act) === null),
    ...(audience === 'staff' ? { assignee: view.assignee } : {}),
  };
}

type View = CasePage['view'];

const momentsOf = (view: View) => ({
  openedAt: iso(view.opened_at),
  dueAt: isoOrNull(view.due_at),
  finishedAt: isoOrNull(view.finished_at),
  closedAt: isoOrNull(view.closed_at),
});

const asStep = (task: View['steps'][number]) => ({
  taskId: task.id,
  code: task.step_code,
  name: task.step?.name ?? { vi: task.step_code, en: task.step_code },
  state: task.state,
  counted: task.counted,
  dueAt: isoOrNull(task.due_at),
  completedAt: isoOrNull(task.completed_at),
  product: task.product,
});

const asPaper = ({ id, kind, name, mime, bytes, sha256, at }: View['documents'][number]) => ({
  ...{ id, kind, name, mime, bytes, sha256 },
  at: iso(at),
});

const asSupplement = ({ what, until, asked_at, answer, answered_at }: View['supplements'][number]) => ({
  ...{ what, until, answer },
  askedAt: iso(asked_at),
  answeredAt: isoOrNull(answered_at),
});

/** A customer never sees what colleagues say among themselves, nor which of them answered. */
const messagesFor = (view: View, audience: Audience) =>
  view.messages
    .filter(({ direction }) => audience === 'staff' || direction !== 'internal')
    .map(({ direction, author, body, at }) => ({
      direction: directionIn(direction),
      author: audience === 'staff' || direction === 'in' ? author : (view.unit?.name.vi ?? view.unit_code),
      body,
      at: iso(at),
    }));

/** What happened that concerns the customer; the rest is the utility's own affair. */
const told = new Set([
  ...['open', 'accept', 'decline', 'transfer', 'ask_supplement', 'receive_supplement', 'complete_step'],
  ...['complete_last_step', 'answer', 'close', 'reopen', 'withdraw', 'message', 'rate', 'retimed'],
]);
const saidToCustomer = new Set([
  ...['ask_supplement', 'receive_supplement', 'answer', 'message', 'decline', 'withdraw', 'rate'],
]);

export function showEvents({ view, names }: CasePage, audience: Audience): z.infer<typeof eventShape>[] {
  const all = audience === 'staff';
  return view.events
    .filter(({ kind }) => all || told.has(kind))
    .map((event) => {
      const { title, detail } = eventWords(event, names);
      const { seq, kind, channel, hash } = event;
      return {
        ...{ seq, kind, channel, hash, title },
        at: iso(event.at),
        detail: all || saidToCustomer.has(kind) ? detail : null,
        by: all
          ? event.actor_name
          : event.actor_kind === 'customer'
            ? 'customer'
            : (event.actor_unit ?? 'system'),
      };
    });
}
