import { type State, states } from './rules/transitions.ts';

/** The state column as its closed union; PostgreSQL's CHECK and this list name the same states. */
export function parseState(value: string): State {
  const state = states.find((known) => known === value);
  if (!state) throw new Error(`unknown case state ${value}`);
  return state;
}
