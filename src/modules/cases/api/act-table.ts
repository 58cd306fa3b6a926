import { z } from 'zod';
import { acceptCase } from '../accept-case.ts';
import { askSupplement } from '../ask-supplement.ts';
import { assignCase } from '../assign-case.ts';
import { attachDocuments } from '../attach.ts';
import { closeCase } from '../close-case.ts';
import { completeStep } from '../complete-step.ts';
import { declineCase } from '../decline-case.ts';
import { pauseClock, resumeClock } from '../pause-clock.ts';
import { rateCase } from '../rate-case.ts';
import { receiveSupplement } from '../receive-supplement.ts';
import { reclassifyCase } from '../reclassify-case.ts';
import { recordVisit } from '../record-visit.ts';
import { reopenCase } from '../reopen-case.ts';
import { longestText } from '../rules/words.ts';
import { answerCustomer, commentOnCase, sendMessage } from '../say.ts';
import { transferCase } from '../transfer-case.ts';
import { withdrawCase } from '../withdraw-case.ts';
import { type ApiAct, act } from './an-act.ts';
import { papersGiven } from './sent-papers.ts';

const words = z.string().min(1).max(longestText);
const mayBeEmpty = z.string().max(longestText).default('');
const documents = papersGiven;

/** Everything that can be done to a case, each at its own address: what staff do, and what its customer does. */
export const apiActs: readonly ApiAct[] = [
  act('accept', 'acceptCase', 'Take the case: its first step opens', {}, (d, a, r) => acceptCase(d, a, r)),
  act(
    'decline',
    'declineCase',
    'The unit cannot take it; the customer is told why',
    { reason: words },
    (d, a, r, b) => declineCase(d, a, { ...r, ...b }),
  ),
  act(
    'assign',
    'assignCase',
    'Give it to a colleague of the unit; null puts it back on the pile',
    { staffId: z.uuid().nullable() },
    (d, a, r, b) => assignCase(d, a, { ...r, ...b }),
  ),
  act(
    'transfer',
    'transferCase',
    'Send it to the unit that should have it',
    { toUnit: z.string().min(1).max(40), reason: words },
    (d, a, r, b) => transferCase(d, a, { ...r, ...b }),
  ),
  act(
    'ask-supplement',
    'askSupplement',
    'Ask the customer for what is missing; the clock rests until it comes',
    { what: words, until: z.iso.date() },
    (d, a, r, b) => askSupplement(d, a, { ...r, ...b }),
  ),
  act(
    'receive-supplement',
    'receiveSupplement',
    'What was missing has come, in words or papers; the clock goes on',
    { answer: mayBeEmpty, documents },
    (d, a, r, { answer }, papers) => receiveSupplement(d, a, { ...r, answer, documents: papers }),
  ),
  act('record-visit', 'recordVisit', 'The customer had to come', { reason: mayBeEmpty }, (d, a, r, b) =>
    recordVisit(d, a, { ...r, ...b }),
  ),
  act(
    'complete-step',
    'completeStep',
    'The open step is done; say what it produced',
    { taskId: z.uuid().describe('Of the open step, as the case shows it'), product: words },
    (d, a, r, b) => completeStep(d, a, { ...r, ...b }),
  ),
  act('answer', 'answerCustomer', 'Write to the customer', { body: words }, (d, a, r, { body }) =>
    answerCustomer(d, a, { ...r, body }),
  ),
  act(
    'comment',
    'commentOnCase',
    'Write to colleagues; the customer never sees it',
    { body: words },
    (d, a, r, b) => commentOnCase(d, a, { ...r, ...b }),
  ),
  act('attach', 'attachDocuments', 'Attach files that this key sent', { documents }, (d, a, r, _, papers) =>
    attachDocuments(d, a, { ...r, documents: papers }),
  ),
  act('close', 'closeCase', 'The result is with the customer', { note: mayBeEmpty }, (d, a, r, b) =>
    closeCase(d, a, { ...r, ...b }),
  ),
  act(
    'reopen',
    'reopenCase',
    'The work was not right; the last step opens again',
    { reason: words },
    (d, a, r, b) => reopenCase(d, a, { ...r, ...b }),
  ),
  act(
    'pause-clock',
    'pauseClock',
    'Force majeure: the clock rests; without a document it does so too, and is counted',
    { reason: words, documents },
    (d, a, r, { reason }, papers) => pauseClock(d, a, { ...r, reason, documents: papers }),
  ),
  act(
    'resume-clock',
    'resumeClock',
    'What stood in the way is over; the clock goes on',
    { note: mayBeEmpty },
    (d, a, r, b) => resumeClock(d, a, { ...r, ...b }),
  ),
  act(
    'reclassify',
    'reclassifyCase',
    'It was taken in as something else: another service or variant, the same time of opening',
    { service: z.string().min(1).max(60), variant: z.string().min(1).max(60), reason: words },
    (d, a, r, b) => reclassifyCase(d, a, { ...r, ...b }),
  ),
  act('withdraw', 'withdrawCase', 'The customer no longer wants it', { reason: mayBeEmpty }, (d, a, r, b) =>
    withdrawCase(d, a, { ...r, ...b }),
  ),
  act(
    'message',
    'sendMessage',
    'The customer writes to the unit',
    { body: words, documents },
    (d, a, r, { body }, papers) => sendMessage(d, a, { ...r, body, documents: papers }),
  ),
  act(
    'rate',
    'rateCase',
    'The customer’s 1 to 5, once a case',
    { score: z.int().min(1).max(5), remark: mayBeEmpty },
    (d, a, r, b) => rateCase(d, a, { ...r, ...b }),
  ),
];
