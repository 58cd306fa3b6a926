/** Letters may concern any unit before they are read: only people who see the whole utility, and have to do with them. */
export const mayReadLetters = ({ role, paths }: { role: string | null; paths: readonly string[] }): boolean =>
  ['administrator', 'agent', 'corporation'].includes(role ?? '') && paths.some((path) => !path.includes('.'));
