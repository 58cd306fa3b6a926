import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { parseSync } from '@swc/core';

const warnAt = 200;
const failAt = 350;
const companyCode = /\b(PB\d{2}|PK\d{2}|EVNSPC|evnspc)\b/;
const generated = /src\/platform\/postgres\/schema\.ts$/;
const isTest = (path) => /\.test\.tsx?$/.test(path);

/** What no ready-made tool checks: sizes, company codes in src, casts. → { errors, warnings, median } */
export function houseRules(root) {
  const files = ['src', 'test', 'scripts', 'bench']
    .flatMap((folder) => codeBelow(join(root, folder)))
    .map((path) => read(path, root));
  const written = files.filter(({ path }) => !generated.test(path));
  return {
    errors: written.flatMap((file) => [...tooLong(file), ...companyCodes(file), ...casts(file)]),
    warnings: written.filter(({ lines }) => lines.length > warnAt && lines.length <= failAt).map(sizeOf),
    median: median(written.filter(({ path }) => !isTest(path)).map(({ lines }) => lines.length)),
  };
}

const sizeOf = ({ path, lines }) => `${path}: ${lines.length} lines`;

const tooLong = (file) =>
  file.lines.length > failAt ? [`${sizeOf(file)}, more than ${failAt}: split it`] : [];

function companyCodes({ path, lines }) {
  if (!path.startsWith('src/') || isTest(path)) return [];
  const found = lines.map((line, index) => [companyCode.exec(line)?.[0], index + 1]).filter(([code]) => code);
  return found.map(([code, line]) => `${path}:${line}: company code ${code} belongs into profiles/`);
}

/** `as const` and `satisfies` say nothing untrue; a cast may. */
function casts({ path, text }) {
  if (!/\.tsx?$/.test(path)) return [];
  const tree = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2024' });
  const starts = [];
  walk(tree.body, (node) => {
    if (node.type === 'TsAsExpression' || node.type === 'TsTypeAssertion')
      starts.push(node.span.start - tree.span.start);
  });
  return starts.map((start) => `${path}:${lineAt(text, start)}: a cast; parse at the door, or narrow`);
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (node !== null && typeof node === 'object') {
    visit(node);
    for (const child of Object.values(node)) walk(child, visit);
  }
}

/** Spans are counted in bytes, from the first token of the file. */
function lineAt(text, offset) {
  const bytes = Buffer.from(text);
  const skipped = text.length - text.trimStart().length;
  return bytes
    .subarray(0, offset + skipped)
    .toString()
    .split('\n').length;
}

function codeBelow(folder) {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter(
      (entry) => entry.isFile() && ['.ts', '.tsx', '.mjs', '.css'].includes(extname(entry.name)),
    );
    return files.map((entry) => join(entry.parentPath, entry.name)).sort();
  } catch {
    return []; // a folder that is not there yet
  }
}

function read(path, root) {
  const text = readFileSync(path, 'utf8');
  return { path: relative(root, path).replaceAll('\\', '/'), text, lines: text.trimEnd().split('\n') };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
