/** Why no event may be sent to an address; null where it may. What the name leads to is checked as the connection is made. */
export function whyNotSendTo(
  typed: string,
  allowPrivate: boolean,
): 'url_unreadable' | 'url_not_https' | 'url_credentials' | null {
  if (typed.length > 2000 || !URL.canParse(typed)) return 'url_unreadable';
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'url_not_https';
  if (url.protocol === 'http:' && !allowPrivate) return 'url_not_https';
  return url.username || url.password ? 'url_credentials' : null;
}
