import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Located, Mistake } from './profile.ts';

type Path = readonly PropertyKey[];
export type YamlFile = {
  content: unknown;
  lineOf: (path: Path) => number;
  mistakes: Mistake[];
  file: string;
};

/** Reads a YAML text so that every value can say on which line it stands. */
export function readYaml(file: string, text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(counter.linePos(offset).line, 1);
  const [first, ...others] = [...document.errors, ...document.warnings];
  // After a fault of syntax the rest of the file is misread; a key that stands twice is a fault of its own.
  const faults = first ? [first, ...others.filter((error) => error.code === 'DUPLICATE_KEY')] : [];
  const mistakes = faults.map((error) => ({ file, line: lineAt(error.pos[0]), reason: error.message }));
  const content: unknown = mistakes.length === 0 ? document.toJS() : undefined;
  return { file, content, mistakes, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

/** Where the key of a value stands, or the value itself in a list; of one that is missing, where it ought to stand. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    const pair = isMap(holder)
      ? holder.items.find((item) => isScalar(item.key) && item.key.value === name)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

/** Checks one entry against its shape; every issue with the line of the value at fault. */
export function parseEntry<S extends z.ZodType>(
  schema: S,
  value: unknown,
  yaml: YamlFile,
  path: Path,
): { entry: Located<z.infer<S>> } | { mistakes: Mistake[] } {
  const parsed = schema.safeParse(value);
  const line = (...inner: PropertyKey[]) => yaml.lineOf([...path, ...inner]);
  if (parsed.success) return { entry: { value: parsed.data, file: yaml.file, line } };
  const mistakes = parsed.error.issues.flatMap((issue) => {
    const places =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((place) => ({
      file: yaml.file,
      line: line(...place),
      reason: words(place, issue.message),
    }));
  });
  return { mistakes };
}

const words = (path: Path, message: string): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
