import { z } from 'zod';

const components = z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) });
const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

/**
 * Every schema with a name comes in two editions, as it is sent (`NoticeInput`) and as it is answered. Only what the
 * operations speak of stays, and it loses the suffix where nothing else bears its name.
 */
export function tidyComponents<T extends { paths?: object }>(document: T): T {
  const { schemas, ...others } = components.parse('components' in document ? document.components : {});
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? {}).matchAll(reference))
      if (!used.has(name)) {
        used.add(name);
        follow(schemas[name]);
      }
  };
  follow(document.paths);
  const short = (name: string): string => {
    const plain = name.replace(/Input$/, '');
    return plain !== name && plain in schemas && used.has(plain) ? name : plain;
  };
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  const tidy = {
    ...document,
    components: { ...others, schemas: Object.fromEntries(kept.map(([name, of]) => [short(name), of])) },
  };
  return JSON.parse(
    JSON.stringify(tidy).replace(
      reference,
      (_, name: string) => `"$ref":"#/components/schemas/${short(name)}"`,
    ),
  );
}
