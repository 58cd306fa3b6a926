import { z } from 'zod';
import { caseApi, longestText } from '#modules/cases/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { askForMore } from '../ask-for-more.ts';
import { approveTask, handBackTask, refuseTask } from '../decide.ts';
import { giveMore } from '../give-more.ts';
import { lookAtResult } from '../look-at-result.ts';
import { sendAgain, stopCase } from '../send-again.ts';
import { acceptTask, receiveTask } from '../take-on.ts';

const taskId = z.uuid().describe('Of the step that lies with a State body, as the case shows it');
const words = z.string().min(1).max(longestText);
const mayBeEmpty = z.string().max(longestText).default('');
const { act, paperGiven, papersGiven: documents } = caseApi;
const theDocument = z.array(paperGiven).length(1);

const answers = (files: FileStore) => [
  act(
    'agency-approve',
    'approveTask',
    'A State body grants its step; by a key of the unit: recorded from paper',
    {
      taskId,
      number: z.string().min(1).max(100),
      date: z.iso.date(),
      note: mayBeEmpty,
      documents: theDocument,
    },
    async (d, a, r, b, papers) =>
      approveTask(d, a, { ...r, ...b, documents: await lookAtResult(files, papers) }),
  ),
  act(
    'agency-refuse',
    'refuseTask',
    'A State body does not grant its step',
    { taskId, reason: words, documents: theDocument },
    async (d, a, r, b, papers) =>
      refuseTask(d, a, { ...r, ...b, documents: await lookAtResult(files, papers) }),
  ),
];

const others = [
  act('agency-receive', 'receiveTask', 'A State body acknowledges', { taskId }, (d, a, r, b) =>
    receiveTask(d, a, { ...r, ...b }),
  ),
  act('agency-accept', 'acceptTask', 'A State body takes its step on', { taskId }, (d, a, r, b) =>
    acceptTask(d, a, { ...r, ...b }),
  ),
  act(
    'agency-ask-supplement',
    'askForMore',
    'A State body asks the customer for more; a second time (`again`) makes the dossier late',
    { taskId, what: words, until: z.iso.date(), again: z.boolean().default(false) },
    (d, a, r, b) => askForMore(d, a, { ...r, ...b }),
  ),
  act(
    'agency-give-supplement',
    'giveMore',
    'What a State body asked for has come',
    { taskId, answer: mayBeEmpty, documents },
    (d, a, r, b, papers) => giveMore(d, a, { ...r, ...b, documents: papers }),
  ),
  act(
    'agency-hand-back',
    'handBackTask',
    'Not for this body, or not complete enough to take',
    { taskId, reason: words },
    (d, a, r, b) => handBackTask(d, a, { ...r, ...b }),
  ),
  act(
    'agency-send-again',
    'sendAgain',
    'The unit sends the step again, here or to another body of the province; or a new link',
    { taskId, toUnit: z.string().max(40).default(''), note: mayBeEmpty },
    (d, a, r, b) => sendAgain(d, a, { ...r, ...b }),
  ),
  act(
    'agency-stop',
    'stopCase',
    'A State body refused, and the case ends',
    { taskId, reason: words },
    (d, a, r, b) => stopCase(d, a, { ...r, ...b }),
  ),
];

/** What a State body does with its step, and what the unit does about it, for programs. The result is the one of `documents`. */
export const agencyApiActs = (files: FileStore) => [...answers(files), ...others];
