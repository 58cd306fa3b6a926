import { lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type Post = { url: string; headers: Record<string, string>; body: string };
export type PostOptions = {
  /** From the name to the end of the answer, in milliseconds. */
  within: number;
  /** Lets through what lies inside our own network, and http. */
  allowPrivate: boolean;
};
/** A status that came, with the beginning of the answer; or in one word why none did. */
export type Answer =
  | { status: number; head: string; retryAfter: number | null }
  | { status: null; error: string };

const mostRead = 4_000;
const mostKept = 500;

/**
 * Sends one POST to an address that somebody else chose. Follows no redirect, reads no more than the beginning of the
 * answer, and never connects inside our own network: the addresses a name stands for are checked as the connection is
 * made, so that a name cannot change its mind between the check and the call.
 */
export async function postOutside(post: Post, options: PostOptions): Promise<Answer> {
  const url = new URL(post.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowPrivate) {
    if (url.protocol !== 'https:') return { status: null, error: 'not_https' };
    // An address written out is never looked up, and so not met by `publicOnly`.
    if (isIP(host) && !isPublicAddress(host)) return { status: null, error: 'address_not_public' };
  }
  try {
    return await exchange(url, post, options);
  } catch (error) {
    return { status: null, error: wordFor(error) };
  }
}

function exchange(url: URL, { headers, body }: Post, { within, allowPrivate }: PostOptions): Promise<Answer> {
  const send = url.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(within),
      lookup: allowPrivate ? lookup : publicOnly,
    });
    let begun: (() => void) | null = null;
    // Once a status came it stands, whatever becomes of the rest of the answer.
    request.on('error', (error) => (begun ? begun() : reject(error)));
    request.on('response', (response) => {
      const read: Buffer[] = [];
      let bytes = 0;
      const answered = () => {
        resolve({
          status: response.statusCode ?? 0,
          head: legible(Buffer.concat(read)),
          retryAfter: secondsOf(response.headers['retry-after']),
        });
        request.destroy();
      };
      begun = answered;
      response.on('data', (chunk: Buffer) => {
        read.push(chunk);
        bytes += chunk.length;
        if (bytes >= mostRead) answered();
      });
      response.on('end', answered).on('error', answered);
    });
    request.end(body);
  });
}

class NotPublic extends Error {
  readonly code = 'address_not_public';
}

/** As the ordinary look-up, but a name of which one address lies inside our network leads nowhere. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, options, (error, address, family) => {
    const found = typeof address === 'string' ? [address] : (address ?? []).map((entry) => entry.address);
    if (!error && !found.every(isPublicAddress)) done(new NotPublic('address_not_public'), '', 0);
    else done(error, address, family);
  });
};

function wordFor(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  if (error instanceof AggregateError && error.errors.length > 0) return wordFor(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}

/** The database takes no NUL, and a page no control characters. */
const legible = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .slice(0, mostKept);

const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
