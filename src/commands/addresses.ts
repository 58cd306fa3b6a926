import type { Settings } from '#platform/settings.ts';
import { readPlan } from '../demonstration/plan.ts';

/** What somebody who started the server wants to know: where to go, and as whom. */
export async function printAddresses({ url, demo, profileFolder }: Settings): Promise<void> {
  const plan = demo ? await readPlan(profileFolder) : null;
  const people = (plan?.staff ?? []).map(
    ({ name, note }) => `    ${name.padEnd(20)} ${note.vi} · ${note.en}`,
  );
  const signIns = [
    '',
    `  Đăng nhập minh họa · demonstration sign-in: ${url}/bang/dang-nhap/minh-hoa`,
    '  (bấm vào một người, không cần mật khẩu · click a person, no password)',
    ...people,
    `  Thư đi, kể cả mã xác nhận · letters, codes too: ${url}/bang/thu-di`,
  ];
  const lines = [
    '',
    `  Khách hàng · customers: ${url}/`,
    `  Nhân viên · staff: ${url}/bang`,
    ...(people.length > 0 ? signIns : []),
    '',
    '  Ctrl-C để dừng · Ctrl-C stops it',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
