/** Where to go after signing in: a page of the console or of the State bodies, never another site. */
export function nextPage(wanted: unknown): string {
  const fits =
    typeof wanted === 'string' &&
    /^\/(?:bang|co-quan)(?=[/?#]|$)(?!.*[\\\s])/.test(wanted) &&
    wanted.length < 1000;
  return fits ? wanted : '/bang';
}
