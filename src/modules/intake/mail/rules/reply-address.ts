import { createHmac, timingSafeEqual } from 'node:crypto';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Fifty bits that nobody can guess, in signs that every mail system leaves alone. */
function signature(secret: string, code: string): string {
  const digest = createHmac('sha256', secret).update(`reply:${code}`).digest();
  return [...digest.subarray(0, 10)].map((byte) => letters[byte % 32]).join('');
}

/** `cskh+12345678901.abcdefghij@…`: an answer sent there joins the case, and only its reader knows it. */
export function replyAddress(address: string, code: string, secret: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${code}.${signature(secret, code)}${address.slice(at)}`;
}

/** The case code that one of these addresses proves, or null. */
export function codeOfReplyAddress(addresses: readonly string[], secret: string): string | null {
  for (const address of addresses) {
    const [, code = '', signed = ''] = /\+(\d{11})\.([a-z2-9]{10})@/i.exec(address) ?? [];
    if (code === '') continue;
    const right = Buffer.from(signature(secret, code));
    if (timingSafeEqual(right, Buffer.from(signed.toLowerCase()))) return code;
  }
  return null;
}

/** `cskh+anything@…` is as good as `cskh@…`. */
export const withoutPlus = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
