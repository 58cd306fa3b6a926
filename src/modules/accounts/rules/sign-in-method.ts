/** How a session came about. Only a password asks for a second factor of ours: an identity provider asks for its own. */
export type SignInMethod = 'password' | 'oidc' | 'demonstration';

/** From the path that makes the session, else what the maker said; never less strict than a password. */
export function methodOf(path: string | undefined, said: unknown): SignInMethod {
  if (path?.startsWith('/callback/')) return 'oidc';
  return said === 'demonstration' || said === 'oidc' ? said : 'password';
}

export const mustEnrol = (method: unknown, secondFactor: boolean): boolean =>
  method !== 'oidc' && method !== 'demonstration' && !secondFactor;
