import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
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
  const mistakes = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    reason: error.message,
  }));
  const content: unknown = mistakes.length === 0 ? document.toJS() : undefined;
  return { file, content, mistakes, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

/** Where a value starts; of one that is missing, where it ought to stand. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
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
