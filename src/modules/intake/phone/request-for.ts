import { createHash } from 'node:crypto';

/** A request id for a part of what one form asks for, the same whenever the form is sent again. */
export function requestFor(requestId: string, part: string): string {
  const hex = createHash('sha256').update(`${requestId} ${part}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
