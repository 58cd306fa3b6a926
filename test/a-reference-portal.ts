import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

const messageSchema = z.looseObject({
  LoaiTin: z.string(),
  MaHoSo: z.string().optional(),
  IdHoSo: z.string().optional(),
  SoThuTu: z.number(),
  TrangThai: z.number().optional(),
  XacNhanLai: z.boolean().optional(),
});
type Got = z.infer<typeof messageSchema> & { id: string };
type Dossier = { status: number; history: number[]; seqs: number[] };
export type Sent = { id: string; body: string };
export type Answered = { status: number; json: Record<string, unknown> };
type Motcua = { url: string; portal: string; secrets: { out: string; in: string } };

/** Statuses after which the portal itself takes no other, unless it is told so once more on purpose. */
const ended = [3, 7, 8, 10];

/**
 * A public-service portal of the State as docs/portal-messages.md describes one, over real HTTP: takes our messages in their order,
 * keeps what each dossier's status is, files dossiers of its own, and can go away, repeat itself and send in disorder.
 */
export function aReferencePortal(now: () => Date) {
  const got: Got[] = [];
  const faults: string[] = [];
  const dossiers = new Map<string, Dossier>();
  const seen = new Set<string>();
  const seqs = new Map<string, number>();
  let motcua: Motcua | null = null;
  let away = false;
  let dieAfterTaking = 0;
  let refusing = 0;
  const server = createServer((request, response) => {
    if (away) request.socket.destroy();
    else
      readBody(request).then(
        (body) => take(request, response, body),
        () => response.destroy(),
      );
  });

  function take(request: IncomingMessage, response: ServerResponse, body: string): void {
    const id = String(request.headers['webhook-id']);
    if (!signedRight(request, id, body)) {
      answer(response, 401, {});
      return;
    }
    const message = messageSchema.parse(JSON.parse(body));
    const verdict = seen.has(id) ? { status: 200 } : judge({ ...message, id });
    if (verdict.status === 200) seen.add(id);
    if (dieAfterTaking > 0) {
      dieAfterTaking -= 1;
      request.socket.destroy();
    } else
      answer(
        response,
        verdict.status,
        'TrangThai' in verdict ? { TrangThai: verdict.TrangThai } : { KetQua: 'DaNhan' },
      );
  }

  function signedRight({ headers }: IncomingMessage, id: string, body: string): boolean {
    const seconds = Number(headers['webhook-timestamp']);
    const right = new Webhook(motcua?.secrets.out ?? '').sign(id, new Date(seconds * 1000), body);
    const fresh = Math.abs(now().getTime() / 1000 - seconds) < 300;
    const good = fresh && String(headers['webhook-signature']).split(' ').includes(right);
    if (!good) faults.push('signature');
    return good;
  }

  function judge(message: Got): { status: number; TrangThai?: number } {
    const key = message.IdHoSo ?? message.MaHoSo;
    if (key === undefined) {
      got.push(message);
      return { status: 200 };
    }
    const dossier = dossiers.get(key) ?? { status: 1, history: [], seqs: [] };
    dossiers.set(key, dossier);
    const { TrangThai: told } = message;
    if (refusing > 0) {
      refusing -= 1;
      return { status: 422 };
    }
    const stuck =
      told !== undefined && told !== dossier.status && ended.includes(dossier.status) && !message.XacNhanLai;
    if (stuck) return { status: 409, TrangThai: dossier.status };
    got.push(message);
    dossier.seqs.push(message.SoThuTu);
    if (told !== undefined) dossier.history.push(told);
    dossier.status = told ?? dossier.status;
    return { status: 200 };
  }

  /** The headers of a message that is signed now. */
  function signed({ id, body }: Sent): Record<string, string> {
    const at = now();
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(motcua?.secrets.in ?? '').sign(id, at, body),
    };
  }

  async function post(
    path: string,
    { id, body }: Sent,
    change: Record<string, string> = {},
  ): Promise<Answered> {
    if (!motcua) throw new Error('the portal knows no Motcua yet');
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...signed({ id, body }),
      ...change,
    };
    const answered = await fetch(`${motcua.url}/api/portals/${motcua.portal}/${path}`, {
      method: 'POST',
      headers,
      body,
    });
    return { status: answered.status, json: z.record(z.string(), z.unknown()).parse(await answered.json()) };
  }

  /** Fetches a file that was named, and says what it is by its bytes and by what is said of them. */
  async function fetchFile(id: string, signedFor = id) {
    if (!motcua) throw new Error('the portal knows no Motcua yet');
    const path = (of: string) => `/api/portals/${motcua?.portal}/files/${of}`;
    const headers = { accept: '*/*', ...signed({ id: randomUUID(), body: path(signedFor) }) };
    const answered = await fetch(`${motcua.url}${path(id)}`, { headers });
    const hash = sha256(Buffer.from(await answered.arrayBuffer()));
    const said = /^sha-256=:(.+):$/.exec(answered.headers.get('content-digest') ?? '')?.[1] ?? '';
    return { status: answered.status, hash, said: Buffer.from(said, 'base64').toString('hex') };
  }

  /** A message with the next number of its dossier, ready to be sent now, later, twice or out of turn. */
  function write(LoaiTin: string, HoSo: string, more: object = {}): Sent {
    const SoThuTu = (seqs.get(HoSo) ?? 0) + 1;
    seqs.set(HoSo, SoThuTu);
    return {
      id: randomUUID(),
      body: JSON.stringify({ LoaiTin, HoSo, SoThuTu, ThoiDiem: now().toISOString(), ...more }),
    };
  }

  return {
    got,
    faults,
    dossiers,
    write,
    signed,
    fetchFile,
    post: (sent: Sent, change?: Record<string, string>) => post('messages', sent, change),
    heartbeat: () => post('messages', { id: randomUUID(), body: JSON.stringify({ LoaiTin: 'NhipTim' }) }),
    /** Sends a file; `claim` is the hash it says the file has. */
    sendFile: (name: string, content: Buffer, claim = sha256(content)) =>
      post('files', {
        id: randomUUID(),
        body: JSON.stringify({ TenTepTin: name, HashTepTin: claim, NoiDung: content.toString('base64') }),
      }),
    setStatus: (key: string, status: number) => {
      dossiers.set(key, {
        status,
        history: dossiers.get(key)?.history ?? [],
        seqs: dossiers.get(key)?.seqs ?? [],
      });
    },
    goAway: () => {
      away = true;
    },
    comeBack: () => {
      away = false;
    },
    /** Will not have the next messages. */
    refuse: (messages: number) => {
      refusing = messages;
    },
    /** Takes the next messages and breaks the line before it says so. */
    dieAfter: (messages: number) => {
      dieAfterTaking = messages;
    },
    knows: (known: Motcua) => {
      motcua = known;
    },
    reset: () => {
      got.length = 0;
      faults.length = 0;
      dossiers.clear();
      seen.clear();
      seqs.clear();
      away = false;
      dieAfterTaking = 0;
      refusing = 0;
    },
    listen: () =>
      new Promise<string>((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/nhan-tin`);
        }),
      ),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function answer(response: ServerResponse, status: number, json: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}
