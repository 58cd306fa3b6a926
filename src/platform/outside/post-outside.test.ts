import { expect, test, vi } from 'vitest';
import { aReceiver } from '#test/a-receiver.ts';
import { postOutside } from './post-outside.ts';

const receiver = aReceiver();
const post = (url: string, { within = 2_000, allowPrivate = true } = {}) =>
  postOutside(
    { url, headers: { 'content-type': 'application/json' }, body: '{"vi":"hồ sơ"}' },
    { within, allowPrivate },
  );

test('the body arrives byte for byte; the answer is its status and how it begins', async () => {
  receiver.answer((response) => response.writeHead(201, { 'retry-after': '7' }).end('đã nhận'));
  expect(await post(receiver.url())).toEqual({ status: 201, head: 'đã nhận', retryAfter: 7 });
  expect(receiver.received[0]?.body).toBe('{"vi":"hồ sơ"}');
});

// An address may be written in many ways; all of them lead to the same machine.
test.each([
  ['https://127.0.0.1/', 'address_not_public'],
  ['https://2130706433/', 'address_not_public'],
  ['https://0x7f.1/', 'address_not_public'],
  ['https://[::1]/', 'address_not_public'],
  ['https://[::ffff:127.0.0.1]/', 'address_not_public'],
  ['https://169.254.169.254/latest/meta-data/', 'address_not_public'],
  ['https://localhost/', 'address_not_public'],
  ['http://example.com/', 'not_https'],
])('%s is not called: %s', async (url, error) => {
  expect(await post(url, { allowPrivate: false })).toEqual({ status: null, error });
});

test('a name that leads inside our network is not connected to, whatever stood in the address', async () => {
  const { port } = new URL(receiver.url());
  expect(await post(`https://localhost:${port}/`, { allowPrivate: false })).toMatchObject({
    error: 'address_not_public',
  });
  expect(receiver.received).toEqual([]);
});

test('a receiver that says nothing is left when the time is over', async () => {
  receiver.answer(() => {});
  expect(await post(receiver.url(), { within: 150 })).toEqual({ status: null, error: 'timeout' });
});

test('of an answer without end only the beginning is read; its status stands', async () => {
  let closed = false;
  receiver.answer((response) => {
    response.writeHead(200).on('close', () => {
      closed = true;
    });
    const more = () => {
      while (!closed && response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  });
  const answer = await post(receiver.url(), { within: 5_000 });
  expect(answer).toEqual({ status: 200, head: 'x'.repeat(500), retryAfter: null });
  await vi.waitFor(() => expect(closed).toBe(true));
});

test('an answer that drips is left when the time is over; its status stands', async () => {
  receiver.answer((response) => void response.writeHead(200).write('a'));
  expect(await post(receiver.url(), { within: 200 })).toEqual({ status: 200, head: 'a', retryAfter: null });
});

test('nobody there, a name that is none, a connection cut: one word each', async () => {
  expect(await post('http://127.0.0.1:9/')).toEqual({ status: null, error: 'ECONNREFUSED' });
  expect(await post('http://no-such-name.invalid/')).toMatchObject({
    status: null,
    error: /ENOTFOUND|EAI_AGAIN/,
  });
  receiver.answer((response) => response.destroy());
  expect(await post(receiver.url())).toEqual({ status: null, error: 'ECONNRESET' });
});
