export const paperStates = ['waits_customer', 'waits_unit', 'complete', 'void'] as const;
export type PaperState = (typeof paperStates)[number];
export type Party = 'customer' | 'unit';

/** Whose turn it is: the customer signs first, and what the unit signs carries the customer's signature in it. */
export function stateAfter(signers: readonly Party[], signed: readonly Party[]): PaperState {
  if (signers.includes('customer') && !signed.includes('customer')) return 'waits_customer';
  return signers.includes('unit') && !signed.includes('unit') ? 'waits_unit' : 'complete';
}

type Judged = { ok: true } | { ok: false; reason: NotNow };
export type NotNow =
  | 'paper_void'
  | 'paper_complete'
  | 'paper_signed_already'
  | 'paper_waits_customer'
  | 'paper_needs_no_customer';

/** Whether a party may sign a paper as it stands. */
export function maySign(state: PaperState, party: Party, signers: readonly Party[]): Judged {
  if (state === 'void') return { ok: false, reason: 'paper_void' };
  if (state === 'complete') return { ok: false, reason: 'paper_complete' };
  if (party === 'customer' && !signers.includes('customer'))
    return { ok: false, reason: 'paper_needs_no_customer' };
  if (party === 'customer' && state === 'waits_unit') return { ok: false, reason: 'paper_signed_already' };
  if (party === 'unit' && state === 'waits_customer') return { ok: false, reason: 'paper_waits_customer' };
  return { ok: true };
}
