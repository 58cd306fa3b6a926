import type { ServiceDefinition } from '#modules/catalogue/index.ts';

/** What a customer answered, by input name: the service's own fields as `field.<name>`. */
export type Answers = Record<string, string>;

/** A page that asks one thing. */
export type Page =
  | { kind: 'place' }
  | { kind: 'district' }
  | { kind: 'field'; name: string }
  | { kind: 'documents' }
  | { kind: 'person' }
  | { kind: 'confirm' }
  | { kind: 'code' }
  | { kind: 'check' };

export const slugOf = (page: Page): string => (page.kind === 'field' ? `hoi-${page.name}` : slugs[page.kind]);

const slugs = {
  place: 'noi-can-dien',
  district: 'quan-huyen',
  documents: 'giay-to',
  person: 'nguoi-yeu-cau',
  confirm: 'xac-nhan',
  code: 'ma-xac-nhan',
  check: 'kiem-tra',
} as const;

/** The pages this request goes through, in order. A district is asked only of those who have no customer code. */
export function pagesOf(definition: ServiceDefinition, answers: Answers): Page[] {
  return [
    { kind: 'place' },
    ...(answers.customer_code ? [] : [{ kind: 'district' } as const]),
    ...definition.fields.map((field) => ({ kind: 'field', name: field.name }) as const),
    ...(definition.documents.length > 0 ? [{ kind: 'documents' } as const] : []),
    { kind: 'person' },
    { kind: 'confirm' },
    { kind: 'code' },
    { kind: 'check' },
  ];
}

export const findPage = (pages: readonly Page[], slug: string): Page | undefined =>
  pages.find((page) => slugOf(page) === slug);

export type Standing = { answers: Answers; documents: readonly { kind: string }[]; confirmed: boolean };

/** Whether a page has what it asks for. */
export function isAnswered(
  definition: ServiceDefinition,
  page: Page,
  { answers, documents, confirmed }: Standing,
): boolean {
  if (page.kind === 'place') return Boolean(answers.customer_code || answers.province);
  if (page.kind === 'district') return Boolean(answers.unit);
  if (page.kind === 'person')
    return Boolean(answers.name && answers.address && (answers.phone || answers.email));
  if (page.kind === 'confirm') return confirmed || Boolean(answers.contact_kind);
  if (page.kind === 'code') return confirmed;
  if (page.kind === 'documents')
    return Boolean(answers.documents_seen) || missingDocuments(definition, documents).length === 0;
  if (page.kind === 'field') {
    const field = definition.fields.find(({ name }) => name === page.name);
    return !field?.required || Boolean(answers[`field.${page.name}`]);
  }
  return false;
}

export const missingDocuments = (definition: ServiceDefinition, documents: readonly { kind: string }[]) =>
  definition.documents.filter(
    ({ code, required }) => required && !documents.some(({ kind }) => kind === code),
  );

/** The first page that still wants an answer: where somebody is sent who skipped ahead, or came back to change one thing. */
export function firstOpen(definition: ServiceDefinition, standing: Standing): Page {
  const pages = pagesOf(definition, standing.answers);
  return pages.find((page) => !isAnswered(definition, page, standing)) ?? { kind: 'check' };
}

/** The page before, null on the first. */
export function pageBefore(definition: ServiceDefinition, answers: Answers, page: Page): Page | null {
  const pages = pagesOf(definition, answers);
  const index = pages.findIndex((each) => slugOf(each) === slugOf(page));
  return pages[index - 1] ?? null;
}
