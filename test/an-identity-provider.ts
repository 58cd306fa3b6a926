import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const oidcClient = { clientId: 'motcua', clientSecret: 'a secret between the two' };

/** For tests: a real OpenID Connect provider on the loopback. Whoever signs in as X has the e-mail X. */
export async function anIdentityProvider(callback: string) {
  let listen: RequestListener = () => {};
  const server = createServer((request, answer) => listen(request, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${isInfo(address) ? address.port : 0}`;
  const verified = { value: true };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidcClient.clientId,
        client_secret: oidcClient.clientSecret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['for tests'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: verified.value, name: id }),
    }),
  });
  listen = provider.callback();
  return { issuer, verified, close: () => new Promise((resolve) => server.close(resolve)) };
}

const isInfo = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

/** Goes from the console to the provider, signs in there and consents; returns the address the provider sends back to. */
export async function signInThere(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const go = async (url: string, form?: Record<string, string>): Promise<{ url: string; body: string }> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) return { url, body: await answer.text() };
    const target = new URL(next, url);
    return target.origin === new URL(url).origin ? go(target.href) : { url: target.href, body: '' };
  };
  const asked = await go(start);
  const consent = await go(asked.url, { prompt: 'login', login, password: 'x' });
  const done = consent.body ? await go(consent.url, { prompt: 'consent' }) : consent;
  return new URL(done.url);
}
