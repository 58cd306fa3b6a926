import { z } from 'zod';
import { caseApi } from '#modules/cases/index.ts';
import { askForMore } from '../ask-for-more.ts';
import { approveTask, handBackTask, refuseTask } from '../decide.ts';
import { giveMore } from '../give-more.ts';
import { sendAgain, stopCase } from '../send-again.ts';
import { acceptTask, receiveTask } from '../take-on.ts';

const { act, paperGiven, papersGiven } = caseApi;
const taskId = z.uuid().describe('Of the step that the body has');
const words = z.string().min(1).max(4000);
const mayBeEmpty = z.string().max(4000).default('');
const theDocument = z.array(paperGiven).length(1).describe('The document itself');

/** What a State body does with a step, what the unit does about it, and what the customer gives for it. */
export const agencyActs = [
  act('agency-receive', 'agencyReceive', 'The body has received what was sent', { taskId }, (d, a, r, b) =>
    receiveTask(d, a, { ...r, ...b }),
  ),
  act('agency-accept', 'agencyAccept', 'The body takes the step on', { taskId }, (d, a, r, b) =>
    acceptTask(d, a, { ...r, ...b }),
  ),
  act(
    'agency-ask-supplement',
    'agencyAskSupplement',
    'The body asks the customer for what is missing; its clock rests until it comes',
    {
      ...{ taskId, what: words, until: z.iso.date() },
      again: z.boolean().default(false).describe('Knowing that a second one makes the dossier late'),
    },
    (d, a, r, b) => askForMore(d, a, { ...r, ...b }),
  ),
  act(
    'agency-give-supplement',
    'agencyGiveSupplement',
    'What a body asked for has come, from the customer or through the unit',
    { taskId, answer: mayBeEmpty, documents: papersGiven },
    (d, a, r, b, documents) => giveMore(d, a, { ...r, ...b, documents }),
  ),
  act(
    'agency-approve',
    'agencyApprove',
    'The body grants it, with its document; from paper it is written down by the unit',
    {
      ...{ taskId, number: z.string().min(1).max(100), date: z.iso.date(), note: mayBeEmpty },
      documents: theDocument,
    },
    (d, a, r, b, documents) => approveTask(d, a, { ...r, ...b, documents }),
  ),
  act(
    'agency-refuse',
    'agencyRefuse',
    'The body does not grant it, and says why in a document',
    { taskId, reason: words, documents: theDocument },
    (d, a, r, b, documents) => refuseTask(d, a, { ...r, ...b, documents }),
  ),
  act(
    'agency-hand-back',
    'agencyHandBack',
    'Not for this body, or not complete: the unit sends it again',
    { taskId, reason: words },
    (d, a, r, b) => handBackTask(d, a, { ...r, ...b }),
  ),
  act(
    'agency-send-again',
    'agencySendAgain',
    'The unit sends the step again, to the same body or to another of the province',
    { taskId, toUnit: z.string().max(40).default(''), note: mayBeEmpty },
    (d, a, r, b) => sendAgain(d, a, { ...r, ...b }),
  ),
  act(
    'agency-stop',
    'agencyStop',
    'A body refused, and the case goes no further',
    { taskId, reason: words },
    (d, a, r, b) => stopCase(d, a, { ...r, ...b }),
  ),
];
