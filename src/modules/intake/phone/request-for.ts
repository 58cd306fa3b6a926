import { uuidFrom } from '#platform/uuid-from.ts';

/** A request id for a part of what one form asks for, the same whenever the form is sent again. */
export const requestFor = (requestId: string, part: string): string => uuidFrom(`${requestId} ${part}`);
