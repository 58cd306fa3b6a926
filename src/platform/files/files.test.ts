import { mkdtemp, open, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../refused.ts';
import { cleanName } from './clean-name.ts';
import { type FileStore, openFileStore } from './index.ts';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-files-'));
  files = openFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const blank = (width = 60, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#135' } });
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n');
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const give = (content: Buffer, name: string, declaredMime?: string, store = files) =>
  store.store(Readable.from([content.subarray(0, 20), content.subarray(20)]), {
    name,
    ...(declaredMime === undefined ? {} : { declaredMime }),
  });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.reason.code : String(error)),
  );

describe('what is taken', () => {
  it('keeps a photo upright and without the place it was taken at', async () => {
    const taken = await blank()
      .jpeg()
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '10/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes('Phone')).toBe(true);
    const stored = await give(taken, 'ảnh.jpg', 'image/jpeg');
    const kept = await files.read(stored.sha256);
    const about = await sharp(kept).metadata();
    expect(stored).toMatchObject({ name: 'ảnh.jpg', mime: 'image/jpeg', bytes: kept.byteLength });
    expect(about).toMatchObject({ width: 30, height: 60 });
    expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual(Array(4).fill(undefined));
    expect(kept.includes('Phone')).toBe(false);
  });

  it('brings a large photo down to what a page needs', async () => {
    const stored = await give(await blank(5000, 2500).jpeg().toBuffer(), 'to.jpg');
    expect(await sharp(await files.read(stored.sha256)).metadata()).toMatchObject({
      width: 3000,
      height: 1500,
    });
  });

  it.each([
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const)('keeps a %s as it is called', async (format, mime) => {
    expect(await give(await blank().toFormat(format).toBuffer(), `a.${format}`, mime)).toMatchObject({
      mime,
    });
  });

  it('keeps a PDF to the byte, once, and leaves nothing behind', async () => {
    const first = await give(pdf, 'don.pdf', 'application/pdf');
    const second = await give(pdf, 'don lan 2.pdf');
    expect(second.sha256).toBe(first.sha256);
    expect(await files.read(first.sha256)).toEqual(pdf);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('gives a PNG that was called a JPEG its right name', async () => {
    const stored = await give(await blank().png().toBuffer(), 'ảnh.jpg', 'image/jpeg');
    expect(stored).toMatchObject({ name: 'ảnh.png', mime: 'image/png' });
  });
});

describe('what is refused', () => {
  it.each([
    ['an exe renamed to a photo', async () => give(exe, 'anh.jpg', 'image/jpeg'), 'file_kind_refused'],
    ['HTML called .jpg', async () => give(html, 'a.jpg', 'image/jpeg'), 'file_kind_unknown'],
    ['a PDF called .jpg', async () => give(pdf, 'a.jpg', 'image/jpeg'), 'file_lies'],
    [
      'a photo declared as PDF',
      async () => give(await blank().png().toBuffer(), 'a', 'application/pdf'),
      'file_lies',
    ],
    [
      'a photo named .exe',
      async () => give(await blank().png().toBuffer(), 'a.exe', 'image/png'),
      'file_lies',
    ],
    ['nothing', async () => give(Buffer.alloc(0), 'a.jpg'), 'file_empty'],
    ['a PNG cut short', async () => give((await noise()).subarray(0, 9000), 'a.png'), 'file_broken'],
    ['a PDF cut short', async () => give(pdf.subarray(0, 40), 'a.pdf'), 'file_broken'],
    [
      'too many pixels',
      async () => give(await blank(300, 300).png().toBuffer(), 'a.png', '', small()),
      'photo_too_large',
    ],
    [
      'a JPEG cut short',
      async () => {
        const photo = await sharp(await noise())
          .jpeg()
          .toBuffer();
        return give(photo.subarray(0, photo.length / 2), 'a.jpg');
      },
      'file_broken',
    ],
    ['25 MB', async () => give(Buffer.concat([await noise(), Buffer.alloc(25e6)]), 'a.png'), 'file_too_big'],
    ['too many bytes', async () => give(await noise(), 'a.png', '', small()), 'file_too_big'],
    ['a disk that is full', async () => give(pdf, 'a.pdf', '', onFullDisk()), 'storage_full'],
    ['a HEIC photo', async () => give(heic, 'IMG_1.HEIC', 'image/heic'), 'file_is_heic'],
  ])('%s', async (_, attempt, code) => {
    expect(await refusal(attempt())).toBe(code);
    expect(await readdir(join(folder, 'incoming')).catch(() => [])).toEqual([]);
  });

  it('a name that is no hash, or of nothing', async () => {
    expect(await refusal(files.read('../../etc/passwd'))).toBe('file_missing');
    expect(await refusal(files.read('0'.repeat(64)))).toBe('file_missing');
  });

  it('a file that has changed on the disk', async () => {
    const { sha256 } = await give(Buffer.concat([pdf, Buffer.from('%1')]), 'a.pdf');
    await writeFile(join(folder, sha256.slice(0, 2), sha256), 'x');
    expect(await refusal(files.read(sha256))).toContain('damaged');
  });
});

const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);
const small = () => openFileStore(folder, { most: 20_000, pixels: 50_000 });
const noise = () =>
  sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', sigma: 60 },
    },
  })
    .png()
    .toBuffer();
/** Every byte written goes to /dev/full, which is never anything else. */
const onFullDisk = () =>
  openFileStore(folder, {
    openNew: async (path) => {
      await symlink('/dev/full', path);
      return open(path, 'w');
    },
  });

describe('after a mishap', () => {
  it('the same paper sent again mends one damaged on the disk', async () => {
    const paper = Buffer.concat([pdf, Buffer.from('%2')]);
    const { sha256 } = await give(paper, 'a.pdf');
    await writeFile(join(folder, sha256.slice(0, 2), sha256), 'x');
    await give(paper, 'a.pdf');
    expect(await files.read(sha256)).toEqual(paper);
  });

  it('what a killed process left half received is removed, what is just being received is not', async () => {
    const incoming = join(folder, 'incoming');
    for (const name of ['old', 'new']) await writeFile(join(incoming, name), 'half');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    await utimes(join(incoming, 'old'), yesterday, yesterday);
    await give(pdf, 'a.pdf', '', openFileStore(folder));
    expect(await readdir(incoming)).toEqual(['new']);
    await rm(join(incoming, 'new'));
  });
});

describe('names', () => {
  it.each([
    ['../../etc/passwd.jpg', 'passwd.jpg'],
    ['C:\\Users\\An\\giấy tờ.pdf', 'giấy tờ.pdf'],
    ['gia\u0302\u0301y.pdf', 'giấy.pdf'],
    ['a\u202Egpj.exe\r\nX: y', 'agpj.exeX_ y'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (given, clean) => expect(cleanName(given)).toBe(clean));

  it('long ones keep their ending', () => {
    const clean = cleanName(`${'ả'.repeat(300)}.jpeg`);
    expect([...clean].length).toBe(100);
    expect(clean).toMatch(/…ả+\.jpeg$/);
  });
});
