import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  acceptCase,
  askSupplement,
  completeStep,
  openCase,
  readCase,
  receiveSupplement,
} from '#modules/cases/index.ts';
import { findService } from '#modules/catalogue/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { systemClock } from '#platform/clock.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { looksRight } from '#test/axe.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aWholeServer } from './a-whole-server.ts';

const t = useDb({ profile: true });
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
let clerk: Actor;
let director: Actor;
let code: string;
beforeAll(async () => {
  server = await aWholeServer(t);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const deps = () => ({ db: t.db, clock: systemClock });
const by = () => ({ code, requestId: randomUUID() });
const completeAllOpen = async () => {
  const found = await inScope(t.db, systemScope, (trx) => readCase(trx, code));
  for (const { id, level } of found?.openSteps ?? [])
    await completeStep(deps(), level === 'company' ? director : clerk, {
      ...by(),
      taskId: id,
      product: 'Văn bản số 1',
    });
};
beforeEach(async () => {
  clerk = await aStaffMember(t.owner, 'clerk', 'PB0508');
  director = await aStaffMember(t.owner, 'company_director', 'PB05');
  const service = await inScope(t.db, publicScope, (trx) =>
    findService(trx, 'cap-dien-trung-ap-ngoai-sinh-hoat', '2026-03-04'),
  );
  const request = aRequest(service?.id ?? 0, {
    unitCode: 'PB0508',
    details: { capacity_kva: '2500', line: 'overhead', industrial_zone: 'no', investor: 'customer' },
  });
  ({ code } = await openCase(deps(), customerActor('web', 'Khách', []), request));
  await acceptCase(deps(), clerk, by());
});

const look = (page: Page) =>
  looksRight(page, 'graph', {
    also: async () => expect(await page.locator('svg.graph:visible').count()).toBe(1),
  });
const turns = (page: Page) => page.locator('.turns li').allTextContents();

test('a case of 2,500 kVA is drawn for staff and for its customer, at every stage', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const staff = await context.newPage();
  await staff.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await staff.getByRole('button', { name: clerk.name, exact: false }).click();
  await staff.waitForURL(/\/bang$/);
  const customer = await (await browser.newContext({ bypassCSP: true, javaScriptEnabled: true })).newPage();
  await customer.goto(`${server.base}/theo-doi?ma=${code}`);
  await customer.getByLabel(/Số điện thoại/).fill('0912345678');
  await customer.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await customer.waitForURL(/ho-so/);

  const both = async (expected: string[]) => {
    for (const [page, path] of [
      [staff, `/bang/ho-so/${code}`],
      [customer, `/ho-so/${code}`],
    ] as const) {
      await page.goto(server.base + path);
      expect(await turns(page)).toEqual(expected);
      await look(page);
    }
  };
  await askSupplement(deps(), clerk, { ...by(), what: 'Bản vẽ', until: '2030-01-01' });
  await both(['Chờ khách hàng bổ sung: Khảo sát hiện trường']);
  await receiveSupplement(deps(), clerk, { ...by(), answer: 'Đã gửi', documents: [] });
  await completeAllOpen();
  await completeAllOpen();
  await both([
    'Đến lượt Sở Công Thương tỉnh Tây Ninh: Xác nhận phù hợp quy hoạch',
    'Đến lượt Sở Xây dựng tỉnh Tây Ninh: Thỏa thuận vị trí trụ, trạm và hành lang',
    'Đến lượt Sở Giao thông vận tải tỉnh Tây Ninh: Cấp phép thi công',
  ]);
  expect(await staff.locator('.graph-wide .here').count()).toBe(3);
  expect(await customer.locator('.party-times tbody tr').count()).toBeGreaterThan(3);
}, 90_000);
