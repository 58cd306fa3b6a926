type Check = (folder: string, toolsFrom: string) => Promise<{ ok: boolean; words: string }>;
type Name =
  | 'format and lint'
  | 'types'
  | 'imports'
  | 'unused exports'
  | 'house rules'
  | 'lock file'
  | 'generated files';

export const checks: Record<Name, Check>;
