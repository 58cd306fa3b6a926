import { showPhone } from '#platform/phone.ts';
import type { Language } from '#platform/text.ts';
import type { CallRow } from '../queries.ts';
import { callEventKinds } from '../rules/fold-call.ts';
import { callerWords, callStates } from './texts.ts';

type Caller = Pick<CallRow, 'caller' | 'caller_kind'>;

/** The number as people say it, or why there is none. */
export function callerName({ caller, caller_kind }: Caller, language: Language): string {
  if (caller !== null) return caller.startsWith('+') ? showPhone(caller) : caller;
  return (caller_kind === 'withheld' ? callerWords.withheld : callerWords.unreadable)[language];
}

export function stateName({ state }: { state: string }, language: Language): string {
  const known = callEventKinds.find((kind) => kind === state);
  return known ? callStates[known][language] : state;
}
