import type { Settings } from '#platform/settings.ts';
import { readPlan } from '../demonstration/plan.ts';
import { say } from './say.ts';

/** Where to go, and as whom. */
export async function welcome({ url, demo, smtpUrl, profileFolder }: Settings): Promise<void> {
  say({ vi: 'Sẵn sàng', en: 'ready' });
  line('');
  line(`Cổng khách hàng · portal   ${url}`);
  line(`Bảng làm việc · console    ${url}/bang`);
  if (!smtpUrl) line(`Hộp thư đi · outbox        ${url}/bang/thu-di`);
  const people = demo ? ((await readPlan(profileFolder))?.staff ?? []) : [];
  if (people.length === 0) return;
  line('');
  line('Người dùng thử, chọn ở trang đăng nhập, không cần mật khẩu · demonstration sign-ins, no password:');
  for (const { name, note } of people) line(`  ${name.padEnd(18)} ${note.vi} · ${note.en}`);
}

const line = (words: string) => process.stdout.write(`  ${words}\n`);
