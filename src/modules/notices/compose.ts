import { fill, type Language, type Text } from '#platform/text.ts';
import type { NoticeKind } from './kinds.ts';
import { templates, texts } from './texts.ts';

/** Facts by the name they have in the templates; what is not known is left out, and with it the line that needs it. */
export type NoticeFacts = Partial<Record<string, string>>;
export type Composed = { subject: string; text: string; html: string };

/** The letter: greeting, what is told, where to follow it, whom to call. */
export function composeLetter(kind: NoticeKind, given: NoticeFacts, language: Language): Composed {
  const facts: NoticeFacts = { ...given, name: oneLine(given.name ?? '') };
  const { subject, lines } = templates[kind];
  const all = [...(facts.name ? [texts.greeting] : []), ...lines, texts.follow, texts.help, texts.regards];
  const paragraphs = all.map((line) => said(line, facts, language)).filter((line) => line !== null);
  return {
    subject: oneLine(fill(subject[language], known(facts))),
    text: `${paragraphs.join('\n\n')}\n`,
    html: page(paragraphs, facts.link ?? facts.task_link, language),
  };
}

/** The short message, in one line. A sentence that lacks its fact would read badly, so such a message falls back to code and link. */
export function composeSms(kind: NoticeKind, facts: NoticeFacts, language: Language): string {
  const whole = said(templates[kind].sms, facts, language);
  return oneLine(whole ?? `${fill(templates[kind].subject[language], known(facts))}. ${facts.link ?? ''}`);
}

function said(line: Text, facts: NoticeFacts, language: Language): string | null {
  const names = [...line[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.every((name) => facts[name]) ? fill(line[language], known(facts)) : null;
}

function known(facts: NoticeFacts): Record<string, string> {
  const entries = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

const frame = 'max-width:36rem;margin:0 auto;padding:1rem;font:1rem/1.6 sans-serif;color:#14213d';

function page(paragraphs: readonly string[], link: string | undefined, language: Language): string {
  const body = paragraphs.map((words) => `<p>${withLink(asHtml(words), link)}</p>`).join('\n');
  return `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><body><div style="${frame}">\n${body}\n</div></body></html>\n`;
}

function withLink(escaped: string, link: string | undefined): string {
  const broken = escaped.replaceAll('\n', '<br>');
  return link ? broken.replaceAll(asHtml(link), `<a href="${asHtml(link)}">${asHtml(link)}</a>`) : broken;
}

/** No header, and no greeting, ever holds more than one line. */
const oneLine = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const asHtml = (words: string) => words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
