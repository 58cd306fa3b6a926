import { sql } from 'kysely';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiKey } from '#modules/accounts/index.ts';
import { aReferencePortal } from '#test/a-reference-portal.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aCast, sendAct } from './a-cast.ts';
import { aPhoto, aWholeServer } from './a-whole-server.ts';
import { acceptance, agreement, contract, energising, place, survey } from './one-stop-fields.ts';
import { others, partyTimesAreRight, state, utility } from './one-stop-minutes.ts';

// The worker keeps the numbers of its tasks, so nothing is emptied under it.
const t = useDb({ profile: true, keeps: true });
const portal = aReferencePortal(() => t.clock.now());
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
beforeAll(async () => {
  server = await aWholeServer(t, { mail: null, clock: t.clock });
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  portal.close();
  await browser?.close();
  await server?.close();
});

const { aPage, signedIn, go } = aCast(() => ({ browser, base: server.base }));
const at = (day: string, hour: string) => t.clock.set(`2019-${day}T${hour}:00+07:00`);
async function onCase(name: string, slug: string, fillIn?: (form: Locator) => Promise<void>): Promise<void> {
  const page = await signedIn(name);
  await go(page, `/bang/ho-so/${code}`);
  await sendAct(page, slug, fillIn);
}
const complete = (name: string, product: string) =>
  onCase(name, 'hoan-thanh-buoc', (form) => form.getByRole('textbox').first().fill(product));

let code = '';
let dossier = '';
let customer: Page;

/** Waits until all that was done is told, and sees what the portal itself has written down. */
async function portalSays(status: number): Promise<void> {
  const behind = async () => {
    const { rows } = await sql<{ behind: number }>`select
      (select count(*) from cases c join dossiers d on d.case_id = c.id where d.told_seq < c.version)
      + (select count(*) from portal_messages where state = 'waiting')
      + (select count(*) from graphile_worker._private_jobs where run_at <= now()) as behind`.execute(
      t.owner,
    );
    return Number(rows[0]?.behind);
  };
  await expect.poll(behind, { timeout: 20_000, interval: 100 }).toBe(0);
  const [row] = await t.owner.selectFrom('dossiers').select('status').execute();
  expect([row?.status, portal.dossiers.get(dossier)?.status]).toEqual([status, status]);
  expect(portal.faults).toEqual([]);
}

async function connectPortal(): Promise<void> {
  const url = await portal.listen();
  const page = await signedIn('administrator EVNSPC');
  await go(page, '/bang/lien-thong');
  await page.locator('#them > summary').click();
  for (const [name, value] of Object.entries({
    code: 'cong-tay-ninh',
    name: 'Cổng dịch vụ công Tây Ninh',
    url,
  }))
    await page.locator(`#them [name=${name}]`).fill(value);
  await page.locator('#them [name=unitCode]').selectOption('TINH72_HCC');
  await page.locator('#them button').click();
  const [out = '', into = ''] = await page.locator('code.long-words').allTextContents();
  portal.knows({ url: server.base, portal: 'cong-tay-ninh', secrets: { out, in: into } });
  for (const unit of ['PB0508', 'PB05']) {
    await go(page, '/bang/khoa-ky');
    await page.getByLabel('Mã đơn vị').first().fill(unit);
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByText('Đơn vị có khóa mới.').waitFor();
  }
  const director = await signedIn('company_director PB05');
  await go(director, '/bang/co-quan');
  await director.locator('#email-TINH72_SGTVT').fill('vanthu@sgtvt.example.vn');
  await director.locator('form[action$=TINH72_SGTVT] button').click();
}

async function enterAtDesk(): Promise<void> {
  const desk = await signedIn('desk_clerk TINH72_HCC');
  await go(desk, '/bang');
  await desk.getByRole('link', { name: 'Tại quầy', exact: true }).click();
  await desk.getByLabel('Khách cần gì?').fill('tram dien rieng cho nha may');
  await desk.getByRole('button', { name: 'Tìm dịch vụ' }).click();
  await desk.getByRole('link', { name: /8\. Cấp điện trung áp ngoài sinh hoạt/ }).click();
  await desk.getByLabel('Họ và tên').fill('Công ty TNHH Mây Tre Hòa Thành');
  await desk.getByLabel('Số điện thoại').fill('0912 345 678');
  await desk.getByLabel('Địa chỉ nơi dùng điện').fill('Lô 5, đường Nguyễn Văn Linh');
  await desk.getByLabel('Huyện, thị xã, thành phố').selectOption({ label: 'Thị xã Hòa Thành' });
  await desk.getByLabel(/Tổng công suất trạm/).fill('2.500');
  for (const [field, value] of [
    ['line', 'overhead'],
    ['industrial_zone', 'no'],
    ['investor', 'customer'],
  ])
    await desk.locator(`[name="field.${field}"][value=${value}]`).check();
  const photo = { name: 'giấy tờ.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() };
  for (const kind of ['identity', 'site-paper', 'purpose-paper', 'connection-dossier', 'route-drawing'])
    await desk.locator(`[id="file.${kind}"]`).setInputFiles({ ...photo, name: `${kind}.jpg` });
  await desk.getByLabel(/Đã đối chiếu/).check();
  await desk.getByRole('button', { name: 'Mở hồ sơ và in biên nhận' }).last().click();
  await desk.waitForURL(/bien-nhan/);
  code = ((await desk.locator('.receipt-code').textContent()) ?? '').replace(/\D/g, '');
  dossier = (await desk.locator('.receipt-dossier b').textContent()) ?? '';
  expect(dossier).toBe('000.00.00.H53-190422-0001');
  await go(desk, `/bang/ho-so/${code}`);
  expect(await desk.getByText('1 lần (hứa tối đa 1)').count()).toBe(1);
  // 2 + 2 + 7 + 6 working days of the steps, those side by side once.
  await go(desk, `/bang/ho-so/${code}/mot-cua`);
  expect(await desk.locator('main').textContent()).toContain('17/05/2019');
}

async function followAsCustomer(): Promise<void> {
  customer = await aPage(360);
  await go(customer, `/theo-doi?ma=${code}`);
  await customer.getByLabel(/Số điện thoại/).fill('0912345678');
  await customer.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await customer.waitForURL(/\/ho-so\/\d{11}$/);
}

/** The first of the letters, newest first, that has such a thing in it, once it is another than before. */
async function inOutbox(pattern: RegExp, before = ''): Promise<string> {
  const page = await signedIn('administrator EVNSPC');
  const newest = async () => {
    await go(page, '/bang/thu-di');
    const letters = await page.locator('.letter-body').allTextContents();
    const [found = ''] = letters.flatMap((letter) => pattern.exec(letter)?.[0] ?? []);
    return found === before ? '' : found;
  };
  await expect.poll(newest, { timeout: 15_000 }).not.toBe('');
  return newest();
}

const seen: Buffer[] = [];
let lastCode = '';
/** A paper from its template to the last signature: the unit makes it, the customer signs by a code, the utility by its key. */
async function makeAndSign(name: string, fields: Record<string, string>, signer: string): Promise<void> {
  t.clock.advance({ minutes: 1 });
  const clerk = await signedIn('clerk PB0508');
  await go(clerk, `/bang/ho-so/${code}/van-ban`);
  await clerk.getByRole('link', { name }).click();
  for (const [field, value] of Object.entries(fields)) {
    const input = clerk.locator(`[name="f.${field}"]`);
    if ((await clerk.locator(`select[name="f.${field}"]`).count()) > 0) await input.selectOption(value);
    else await input.fill(value);
  }
  await clerk.getByRole('button', { name: 'Lập văn bản này' }).click();
  await clerk.getByText('Đã lập văn bản.').waitFor();
  await go(customer, `/ho-so/${code}`);
  await customer.getByRole('link', { name: `Đọc và ký: ${name}` }).click();
  await customer.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  lastCode = await inOutbox(/\b\d{6}\b/, lastCode);
  await customer.getByLabel('Mã 6 số').fill(lastCode);
  await customer.getByRole('button', { name: 'Tôi ký văn bản này' }).click();
  await customer.getByText('Anh/chị đã ký.').waitFor();
  const paper = new URL(customer.url()).pathname;
  const head = await signedIn(signer);
  await go(head, `/bang${paper}`);
  await head.getByRole('button', { name: 'Ký số bằng khóa của đơn vị' }).click();
  await head.getByText('Đã ký văn bản.').waitFor();
  seen.push(await (await customer.context().request.get(`${server.base}${paper}/tep`)).body());
}

const result = (number: string) => async (form: Locator) => {
  await form.locator('[name=number]').fill(number);
  await form.locator('[name=date]').fill(t.clock.now().toISOString().slice(0, 10));
  const buffer = Buffer.from('%PDF-1.4 made up %%EOF');
  await form
    .locator('[type=file]')
    .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer });
};
const tasks = new Map<string, string>();
async function officer(body: string, slug: string, fillIn?: (form: Locator) => Promise<void>): Promise<void> {
  const page = await signedIn(`officer ${body}`);
  if (!tasks.has(body)) {
    await go(page, '/co-quan');
    const shown = code.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3');
    tasks.set(body, (await page.getByRole('link', { name: shown }).getAttribute('href')) ?? '');
  }
  await go(page, tasks.get(body) ?? '');
  await sendAct(page, slug, fillIn);
}

/** The department of transport has nobody here: it answers by the link of its letter. */
async function answerByLetter(link: string): Promise<void> {
  const page = await aPage(360);
  await go(page, link);
  await sendAct(page, 'da-nhan');
  await go(page, link);
  await sendAct(page, 'chap-thuan', result('88/GPTC-SGTVT'), /chap-thuan/);
  await page.getByRole('heading', { name: /Cảm ơn|Đã ghi/ }).waitFor();
}

async function supplementAsCustomer(): Promise<void> {
  await go(customer, `/ho-so/${code}`);
  expect(await customer.textContent('#co-quan')).toContain('Mặt cắt ngang hành lang tuyến');
  await customer.locator('#co-quan textarea').fill('Gửi mặt cắt ngang, tỷ lệ 1:200');
  const drawing = { name: 'mat-cat.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() };
  await customer.locator('#co-quan input[type=file]').setInputFiles(drawing);
  await customer.locator('#co-quan button').click();
  await customer.waitForURL(/xong=bo-sung-co-quan/);
}

async function utilityUpToAgreement(): Promise<void> {
  at('04-22', '09:15');
  await onCase('clerk PB0508', 'tiep-nhan');
  await portalSays(4);
  at('04-23', '09:00');
  await makeAndSign('Biên bản khảo sát cấp điện trung áp', { ...place, ...survey }, 'unit_head PB0508');
  at('04-23', '10:00');
  await complete('clerk PB0508', 'Biên bản khảo sát đã ký');
  await portalSays(4);
  at('04-24', '14:00');
  // Above 2,000 kVA the agreement is the company's: the unit writes it, the company signs with its own key.
  await makeAndSign('Thỏa thuận đấu nối', { ...place, ...agreement }, 'company_director PB05');
  at('04-24', '14:20');
  await complete('company_director PB05', 'Thỏa thuận đấu nối đã ký');
  await portalSays(4);
}

async function threeBodies(): Promise<void> {
  const link = await inOutbox(/\/co-quan\/viec\/[\w-]+/);
  for (const body of ['TINH72_SCT', 'TINH72_SXD']) {
    await officer(body, 'da-nhan');
    await officer(body, 'thu-ly');
  }
  await portalSays(4);
  at('04-25', '09:00');
  await officer('TINH72_SXD', 'yeu-cau-bo-sung', async (form) => {
    await form.locator('textarea').fill('Mặt cắt ngang hành lang tuyến');
    await form.locator('[type=date]').fill('2019-05-10');
  });
  await portalSays(5);
  at('04-25', '15:00');
  await officer('TINH72_SCT', 'chap-thuan', result('512/SCT-QLNL'));
  await portalSays(5);
  at('04-26', '10:30');
  await answerByLetter(link);
  await portalSays(5);
  at('05-02', '08:30');
  await supplementAsCustomer();
  await portalSays(4);
  at('05-04', '09:00');
  await officer('TINH72_SXD', 'chap-thuan', result('77/SXD-QHKT'));
  await portalSays(4);
}

async function builtAndEnergised(): Promise<void> {
  at('05-14', '09:45');
  await complete('clerk PB0508', 'Hồ sơ hoàn công, biên bản thí nghiệm');
  await portalSays(4);
  at('05-16', '15:00');
  await makeAndSign('Biên bản nghiệm thu công trình điện', acceptance, 'unit_head PB0508');
  await makeAndSign('Biên bản đóng điện', energising, 'unit_head PB0508');
  await makeAndSign('Hợp đồng mua bán điện', contract, 'unit_head PB0508');
  at('05-16', '15:30');
  await complete('clerk PB0508', 'Biên bản nghiệm thu, đóng điện; hợp đồng đã ký');
  await portalSays(9);
  at('05-17', '08:10');
  await onCase('desk_clerk TINH72_HCC', 'ket-thuc');
  await portalSays(10);
}

async function boardIsRight(): Promise<void> {
  const board = '/bang/so-lieu/tiep-can-dien-nang';
  const page = await signedIn('corporation EVNSPC');
  await go(page, `${board}?tu=2019-05&den=2019-05`);
  const days = (minutes: number) => (minutes / 480).toFixed(2).replace('.', ',');
  const csv = await (
    await page.context().request.get(`${server.base}${board}.csv?tu=2019-05&den=2019-05`)
  ).text();
  const [heads = '', line = ''] = csv.trim().split('\r\n');
  const cell = (name: string) => line.split(';')[heads.split(';').indexOf(name)];
  expect([cell('Ngành điện: bình quân'), cell('Nhà nước: bình quân'), cell('Khách: bình quân')]).toEqual(
    [utility(), state(), others()].map(days),
  );
  const wanted = {
    name: 'bảng',
    role: 'corporation',
    unitCode: 'EVNSPC',
    channel: 'api',
    createdBy: 'journey',
  } as const;
  const { token } = await createApiKey(t, wanted);
  const answered = await fetch(`${server.base}/api/v1/boards/access-to-electricity?from=2019-05&to=2019-05`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { total } = z
    .object({ total: z.record(z.string(), z.number().nullable()) })
    .parse(await answered.json());
  const minutes = ['utility_mean', 'state_mean', 'customer_mean'].map((name) => (total[name] ?? 0) * 480);
  for (const [index, expected] of [utility(), state(), others()].entries())
    expect(minutes[index]).toBeCloseTo(expected, 2);
  await page.locator('.figures a').first().click();
  expect(await page.getByRole('link', { name: new RegExp(code.slice(0, 4)) }).count()).toBe(1);
}

async function papersAreTrue(): Promise<void> {
  const page = await aPage();
  for (const buffer of seen) {
    await go(page, '/kiem-tra-van-ban');
    const file = { name: 'van-ban.pdf', mimeType: 'application/pdf', buffer };
    await page.getByLabel('Tệp PDF của văn bản').setInputFiles(file);
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    expect(await page.locator('.notice').first().textContent()).toMatch(/Văn bản thật/);
  }
  expect(seen).toHaveLength(5);
}

test('2,500 kVA from the desk of the State to electricity: one visit, one supplement, every minute counted', async () => {
  for (const [role, unit] of [
    ['administrator', 'EVNSPC'],
    ['corporation', 'EVNSPC'],
    ['company_director', 'PB05'],
    ['clerk', 'PB0508'],
    ['unit_head', 'PB0508'],
    ['desk_clerk', 'TINH72_HCC'],
    ['officer', 'TINH72_SCT'],
    ['officer', 'TINH72_SXD'],
  ] as const)
    await aStaffMember(t.owner, role, unit);
  at('04-22', '07:40');
  await connectPortal();
  at('04-22', '08:00');
  await enterAtDesk();
  await portalSays(2);
  await followAsCustomer();
  await utilityUpToAgreement();
  await threeBodies();
  await builtAndEnergised();

  expect(portal.dossiers.get(dossier)?.history).toEqual([2, 4, 5, 4, 9, 10]);
  await partyTimesAreRight(t.owner);
  await boardIsRight();
  await papersAreTrue();
  const desk = await signedIn('desk_clerk TINH72_HCC');
  await go(desk, `/bang/ho-so/${code}`);
  expect(await desk.getByText('1 lần (hứa tối đa 1)').count()).toBe(1);
}, 180_000);
