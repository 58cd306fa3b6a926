import type { Actor } from '#modules/organisation/index.ts';
import type { PaperToAttach } from '../attach.ts';
import type { Channel } from '../channels.ts';
import type { OpeningVisit } from '../opening-visit.ts';

export type Customer = {
  name: string;
  phone: string | null;
  email: string | null;
  address: string;
  customerCode: string | null;
};
export type OpenCase = {
  /** Made by whoever asks: the same id twice is one case. */
  requestId: string;
  /** Of what was asked, where the door gives one: see `ActRequest`. */
  requestHash?: string | null | undefined;
  serviceVersionId: number;
  unitCode: string;
  channel: Channel;
  customer: Customer;
  /** The answers to the service's own questions, by field name. */
  details: Record<string, string>;
  language: 'vi' | 'en';
  documents: readonly PaperToAttach[];
  /** What the customer wrote in their own words, where the door takes such; shown as their first message. */
  message?: { body: string; quoted: string | null } | undefined;
  /** Where the customer came in person; counted with the opening. */
  visit?: OpeningVisit | undefined;
};
/** `hash` is that of the opening event: with the code it proves the receipt. */
export type Opened = { id: string; code: string; hash: string; dueAt: Date | null; replayed: boolean };
/** One who asks, and what for. `matched`: the customer code was found here and not given. */
export type Asked = { actor: Actor; request: OpenCase; matched?: boolean };
