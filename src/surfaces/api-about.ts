/** What stands at the head of the description of the machine interface. */
export const aboutApi = {
  title: 'Motcua',
  version: '1.0.0',
  description: `File a case, follow it, and do whatever a person of the utility or its customer can do.

**Key.** Send \`Authorization: Bearer motcua_…\`. A key acts with one role in one unit (\`motcua token create\`). A key with the role
\`app\` stands for customers: it sees what it filed, and of that what a customer would see.

**Once.** Send an \`Idempotency-Key\` with every POST. The same key with the same request is done once and answered alike; with
another request it is refused (\`idempotency_key_reused\`). Concurrent twins wait for each other.

**Version.** The \`ETag\` of a case is its version. \`If-None-Match\` answers 304; \`If-Match\` on an act answers 412 when others were
quicker.

**Refusals** are RFC 9457 problems (\`application/problem+json\`) with a stable \`code\`, a sentence in Vietnamese or English by
\`Accept-Language\`, and every value at fault named by a JSON pointer. \`type\` opens a page that explains the code.

**Rate.** \`RateLimit-Limit\`, \`-Remaining\` and \`-Reset\` say what is left of a minute; 429 comes with \`Retry-After\`.`,
};
