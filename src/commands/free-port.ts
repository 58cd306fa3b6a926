import { createServer } from 'node:net';
import type { Settings } from '#platform/settings.ts';
import { CommandRefused } from './say.ts';

/** Asked before anything else is started: a port that is taken should not cost a minute of waiting. */
export async function portFreeOrRefuse({ port, host }: Settings): Promise<void> {
  const server = createServer();
  const code = await new Promise<string | null>((resolve) => {
    server.once('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message));
    server.listen(port, host, () => resolve(null));
  });
  await new Promise((resolve) => server.close(resolve));
  if (code !== null) throw refusal(code, host, port);
}

function refusal(code: string, host: string, port: number): CommandRefused {
  const at = `${host}:${port}`;
  const taken = {
    vi: `Cổng ${port} đã có chương trình khác dùng.`,
    en: `Port ${port} is taken by another program.`,
  };
  const closed = { vi: `Không được phép mở cổng ${port}.`, en: `Port ${port} may not be opened.` };
  const other = { vi: `Không mở được ${at} (${code}).`, en: `${at} cannot be opened (${code}).` };
  const sentence = code === 'EADDRINUSE' ? taken : code === 'EACCES' ? closed : other;
  const mend = {
    vi: 'Đặt cổng khác, ví dụ: PORT=3001 npm start',
    en: 'Choose another, for example: PORT=3001 npm start',
  };
  return new CommandRefused([{ vi: `${sentence.vi} ${mend.vi}`, en: `${sentence.en} ${mend.en}` }]);
}
