import { caseFacts, type PaperTemplate } from './definition-paper.ts';
import { at, type Located, type Mistake } from './profile.ts';

/** A word in braces that nobody fills would stand in a contract as it is. */
export function checkPaper(paper: Located<PaperTemplate>, groups: ReadonlySet<string>): Mistake[] {
  const { blocks, fields, groups: own } = paper.value;
  const names = fields.map(({ name }) => name);
  const known = new Set<string>([...caseFacts, ...names]);
  const strange = blocks.flatMap((block, index) =>
    [...JSON.stringify(block).matchAll(/\{(\w+)\}/g)]
      .filter(([, name = '']) => !known.has(name))
      .map(([whole]) => at(paper, ['blocks', index], `${whole}: neither a fact of the case nor a field`)),
  );
  const twice = names.flatMap((name, index) =>
    names.indexOf(name) < index ? [at(paper, ['fields', index, 'name'], `${name} stands here twice`)] : [],
  );
  const noGroup = own.flatMap((group, index) =>
    groups.has(group) ? [] : [at(paper, ['groups', index], `no service of group ${group}`)],
  );
  return [...strange, ...twice, ...noGroup];
}
