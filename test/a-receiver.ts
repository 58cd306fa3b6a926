import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export type Received = { id: string; headers: IncomingHttpHeaders; body: string };
type Answering = (response: ServerResponse, received: Received) => void;

/** A system that is told of events: a real HTTP server that keeps what it got and answers as the test wants. */
export function aReceiver() {
  const received: Received[] = [];
  const usual: Answering = (response) => response.writeHead(204).end();
  let answering = usual;
  let base = '';
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { headers } = request;
      const one = { id: String(headers['webhook-id']), headers, body };
      received.push(one);
      answering(response, one);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  beforeEach(() => {
    received.length = 0;
    answering = usual;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    received,
    url: (path = '/hook') => base + path,
    answer: (next: Answering) => {
      answering = next;
    },
    /** What a receiver does first; throws where the signature is not that of the secret. */
    verify: (one: Received, secret: string): unknown =>
      new Webhook(secret).verify(one.body, {
        'webhook-id': one.id,
        'webhook-timestamp': String(one.headers['webhook-timestamp']),
        'webhook-signature': String(one.headers['webhook-signature']),
      }),
  };
}
