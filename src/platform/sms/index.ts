import type { Sent } from '../mail/index.ts';

/** What an SMS gateway has to offer to be used; none comes along, so messages lie in the outbox until one is given. */
export type SmsGateway = { send(message: { id: string; to: string; text: string }): Promise<Sent> };
