import { openImapDoor, openSmtpDoor } from '#modules/intake/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';
import { lettersOf } from './open-jobs.ts';
import { CommandRefused, say } from './say.ts';
import type { Shutdown } from './shutdown.ts';

/** Opens the doors by which letters come in. The jobs read what they take. */
export async function openMailDoors(
  settings: Settings,
  _url: string,
  db: Database,
  shutdown: Shutdown,
): Promise<void> {
  const { mailIn } = settings;
  const { files } = await lettersOf(settings);
  const deps = { db, clock: systemClock, files };
  const warn = (message: string) => process.stderr.write(`${message}\n`);
  if (mailIn.smtp) {
    const { smtp, mostBytes, addresses } = mailIn;
    const door = await openSmtpDoor(deps, { ...smtp, mostBytes, addresses, warn }).catch((error: unknown) =>
      withoutOrRefuse(error, smtp),
    );
    if (door) {
      say({ vi: `Nhận thư ở cổng ${door.port}`, en: `letters come in at port ${door.port}` });
      shutdown.add({ vi: 'Đóng cửa nhận thư', en: 'closing the mail door' }, door.close);
    }
  }
  if (mailIn.imapUrl) {
    const folder = openImapDoor(deps, { url: mailIn.imapUrl, warn });
    shutdown.add({ vi: 'Thôi lấy thư ở hộp IMAP', en: 'no longer fetching letters' }, folder.close);
  }
}

/** A port that somebody asked for must open; the usual one may be another server's on the same machine. */
function withoutOrRefuse(
  error: unknown,
  { port, host, named }: { port: number; host: string; named: boolean },
) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const sentence = {
    vi: `Không mở được cửa nhận thư ${host}:${port} (${code}). Đặt cổng khác, ví dụ SMTP_IN_PORT=2526, hoặc SMTP_IN_PORT=0 để không nhận thư.`,
    en: `The mail door ${host}:${port} cannot be opened (${code}). Choose another, for example SMTP_IN_PORT=2526, or SMTP_IN_PORT=0 to take no letters.`,
  };
  if (named) throw new CommandRefused([sentence]);
  say(sentence);
  return null;
}
