import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openMail } from './index.ts';

type Answer = (socket: Socket) => void;
const say =
  (words: string): Answer =>
  (socket) =>
    socket.write(`${words}\r\n`);
const silence: Answer = () => {};
const hangUp: Answer = (socket) => socket.destroy();
const letter = { id: '1', to: 'b@x.example', subject: 's', text: 't', html: null, language: 'vi' as const };

async function serve(visit: Answer) {
  const server = createServer((socket) => visit(socket.on('error', () => {})));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return { server, smtpUrl: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

/** A mail server that answers the greeting, the recipient and the end of the letter as told. */
async function sendTo({ greeting = say('220 hi'), recipient = say('250 ok'), end = say('250 taken') }) {
  let letters = 0;
  const { server, smtpUrl } = await serve((socket) => {
    let inLetter = false;
    let rest = '';
    const hear = (line: string) => {
      if (inLetter && line !== '.') return;
      if (line === 'DATA') say('354 go on')(socket);
      else if (line === '.') end(socket);
      else (line.startsWith('RCPT') ? recipient : say('250 ok'))(socket);
      inLetter = line === 'DATA';
      if (line === '.') letters += 1;
    };
    greeting(socket);
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
  });
  const mail = openMail({ smtpUrl, from: 'Thử <a@thu.example>', longest: 400 });
  const { outcome } = await mail.send(letter);
  await sleep(300); // what was given up on must not go out later
  mail.close();
  server.close();
  return { outcome, letters };
}

it.each([
  ['takes it', {}, 'sent', 1],
  ['looks at it for long', { end: (s: Socket) => void setTimeout(say('250 taken'), 250, s) }, 'sent', 1],
  ['says nothing at all', { greeting: silence }, 'failed', 0],
  ['hangs up at once', { greeting: hangUp }, 'failed', 0],
  ['knows no such address', { recipient: say('550 no such user') }, 'refused', 0],
  ['wants it later', { recipient: say('450 later') }, 'failed', 0],
  ['hangs up at the recipient', { recipient: hangUp }, 'failed', 0],
  ['does not want the letter', { end: say('554 spam') }, 'refused', 1],
  ['cannot keep the letter now', { end: say('452 no room') }, 'failed', 1],
  ['is silent after the letter', { end: silence }, 'unanswered', 1],
  ['hangs up after the letter', { end: hangUp }, 'unanswered', 1],
])('a server that %s', async (_, answers, outcome, letters) => {
  expect(await sendTo(answers)).toEqual({ outcome, letters });
});

it('gives up on what is under way when closed', async () => {
  const { server, smtpUrl } = await serve(silence);
  const mail = openMail({ smtpUrl, from: 'a@thu.example' });
  const sending = mail.send(letter);
  await once(server, 'connection');
  mail.close();
  expect(await sending).toMatchObject({ outcome: 'failed' });
  server.close();
});
