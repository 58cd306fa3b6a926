import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { cleanName } from '#platform/files/clean-name.ts';
import { type Letter, type LetterFile, type Party, signNames } from '../rules/letter.ts';
import { asItIs, asLatin9, asWindows, findRepair, mostlyLost } from './repair-charset.ts';

/** What a letter may cost at most; one that wants more goes to a person as it is. */
const limits = { maxHtmlLengthToParse: 2_000_000, maxHeadSize: 262_144, maxChildNodes: 300 };
const longestText = 100_000;
const mostNames = 50;

const read = (raw: Uint8Array): Promise<ParsedMail> =>
  simpleParser(Buffer.from(raw), {
    ...limits,
    skipTextToHtml: true,
    skipTextLinks: true,
    keepCidLinks: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
  });

/** Reads a letter. HTML is turned to plain text and nothing of it is kept: no page ever shows it. */
export async function parseMail(raw: Uint8Array): Promise<Letter> {
  const { mail, repair } = await readInItsCharset(raw);
  const plain = (text: string) => clean(repair(text));
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    answers: [...idsIn(mail.inReplyTo), ...idsIn(mail.references).reverse()],
    from: partyOf(mail.from, plain),
    to: [mail.to, mail.cc, mail.bcc]
      .flat()
      .flatMap((each) => addressesOf(each).map(({ address }) => address)),
    subject: oneLine(plain(mail.subject ?? '')).slice(0, 300),
    text: textOf(mail, plain),
    files: mail.attachments.map((file, index) => fileOf(file, index)),
    signs: signsOf(mail),
    inside: letterIdsIn(raw),
    outcomes: outcomesIn(raw),
  };
}

/** Read as it declares; where that loses letters, read once more without losing any, and repaired. */
async function readInItsCharset(raw: Uint8Array) {
  const all = (mail: ParsedMail) => `${mail.subject ?? ''}\n${mail.text ?? ''}`;
  const first = await read(raw);
  if (!all(first).includes('\ufffd') || raw.byteLength > 5_000_000)
    return { mail: first, repair: findRepair(all(first)) };
  const second = await read(asLatin9(raw));
  const repair = findRepair(all(second));
  if (repair !== asItIs) return { mail: second, repair };
  return mostlyLost(all(first)) ? { mail: second, repair: asWindows } : { mail: first, repair: asItIs };
}

function textOf(mail: ParsedMail, plain: (text: string) => string): string {
  const text = plain(mail.text ?? '').trim();
  const odd = text === '' && mail.html ? plain(mail.html.replace(/<[^>]*>/g, ' ')) : text;
  return odd.slice(0, longestText).toWellFormed();
}

/** Without what PostgreSQL, a terminal or a reader's eye would stumble over: controls, marks that turn the direction. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .normalize('NFC');
}

const oneLine = (text: string): string => text.replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ').trim();

function idsIn(value: string | string[] | undefined): string[] {
  const text = Array.isArray(value) ? value.join(' ') : (value ?? '');
  return (text.match(/<[^\s<>]{1,290}>/g) ?? []).map(clean).slice(0, mostNames);
}

type Addresses = AddressObject | AddressObject[] | undefined;

function addressesOf(value: Addresses): Party[] {
  const all = [value ?? []].flat().flatMap((each) => each.value ?? []);
  const flat = all.flatMap((one) => [one, ...(one.group ?? [])]);
  return flat
    .flatMap(({ name, address }) =>
      address ? [{ name: name ?? '', address: clean(address).toLowerCase() }] : [],
    )
    .filter(
      ({ address }) => /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/.test(address) && address.length <= 254,
    )
    .slice(0, 1000);
}

function partyOf(value: Addresses, plain: (text: string) => string): Party | null {
  const [first] = addressesOf(value);
  return first ? { address: first.address, name: oneLine(plain(first.name)).slice(0, 120) } : null;
}

function fileOf(file: Attachment, index: number): LetterFile {
  const ending = /^[\w.+-]+\/([a-z0-9]{2,5})$/i.exec(file.contentType)?.[1] ?? 'bin';
  const fallback =
    file.contentType === 'message/rfc822' ? `thu-${index + 1}.eml` : `tep-${index + 1}.${ending}`;
  return {
    name: cleanName(file.filename ? file.filename.toWellFormed() : fallback),
    mime: oneLine(clean(file.contentType)).slice(0, 100),
    content: new Uint8Array(file.content),
    inline: file.contentDisposition === 'inline' || file.related === true,
  };
}

function signsOf(mail: ParsedMail): Letter['signs'] {
  const found = signNames.flatMap((name) => {
    const line = mail.headerLines.find(({ key }) => key === name)?.line;
    return line === undefined
      ? []
      : [[name, oneLine(clean(line.slice(line.indexOf(':') + 1))).toLowerCase()]];
  });
  return Object.fromEntries(found);
}

/** Names of our letters anywhere in it: those of what came back stand in a part of a bounce. */
function letterIdsIn(raw: Uint8Array): string[] {
  const text = Buffer.from(raw.subarray(0, 2_000_000)).toString('latin1');
  const ids = text.match(/<[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}@[\w.-]{1,200}>/gi) ?? [];
  return [...new Set(ids)].slice(0, mostNames);
}

/** The outcomes in the part that a program wrote; those named in words or in the letter that came back do not count. */
function outcomesIn(raw: Uint8Array): string[] {
  const text = Buffer.from(raw.subarray(0, 2_000_000)).toString('latin1');
  const at = text.search(/^content-type[ \t]*:\s*message\/(?:global-)?delivery-status/im);
  if (at < 0) return [];
  const part = text.slice(at).split(/^--/m)[0] ?? '';
  const actions = [...part.matchAll(/^action[ \t]*:[ \t]*([a-z]{1,20})/gim)].slice(0, mostNames);
  return actions.map(([, action = '']) => action.toLowerCase());
}
