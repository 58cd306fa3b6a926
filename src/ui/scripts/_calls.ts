import { visit } from '@hotwired/turbo';
import { isTypedSomewhere } from './_typed-text';

const words: Record<string, string> = {
  vi: 'Có cuộc gọi đến. Mở ở thẻ khác, phím tắt 0',
  en: 'A call is coming in. Open it in another tab, access key 0',
};
const bannerId = 'call-banner';

/** A call for this person comes up at once; over something half typed it only says so, with a way there that loses nothing. */
export function listenForCalls(stream: EventSource, refresh: () => void): void {
  stream.addEventListener('call', ({ data }: MessageEvent<string>) => arrive(data.split(' ')[0] ?? ''));
  stream.addEventListener('calls', ({ data }: MessageEvent<string>) => change(data, refresh));
  // What rang while nobody listened is asked for, and what a page says of calls is looked at again.
  stream.addEventListener('open', () => {
    void askForRinging();
    if (document.querySelector('[data-live-calls]')) refresh();
  });
  noteShown();
  document.addEventListener('turbo:load', () => {
    noteShown();
    if (waiting !== '') void askForRinging();
    waiting = '';
  });
}

let waiting = '';
const shownKey = 'call-shown';

/** A call that has come up once, in whatever tab, is not brought up again by itself: people look at other pages while it rings. */
function noteShown(): void {
  const id = /^\/bang\/goi\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
  if (id) localStorage.setItem(shownKey, id);
}

function arrive(id: string): void {
  const page = `/bang/goi/${id}`;
  if (location.pathname === page) return;
  // A form on its way is waited for: leaving now would lose its answer.
  if (document.querySelector('[aria-busy="true"]')) window.setTimeout(arrive, 100, id);
  else if (document.visibilityState === 'visible' && !holdsUnsent()) visit(page);
  else announce(page);
}

/** What was typed, or came back refused: it is nowhere but on this page. */
const holdsUnsent = (): boolean =>
  isTypedSomewhere() || document.querySelector('main [role="alert"]') !== null;

function change(data: string, refresh: () => void): void {
  const [id, state] = data.split(' ');
  if (id === '*') void askForRinging();
  const banner = document.getElementById(bannerId);
  if (state !== 'ringing' && banner?.dataset.call === id) forget(banner);
  const shown = document.querySelector<HTMLElement>('[data-live-calls]')?.dataset.liveCalls;
  if (shown === '*' || shown === id || (shown && id === '*')) refresh();
}

function announce(page: string): void {
  waiting = page;
  document.getElementById(bannerId)?.remove();
  const link = document.createElement('a');
  link.href = page;
  link.target = '_blank';
  link.accessKey = '0';
  link.textContent = words[document.documentElement.lang] ?? words.vi ?? '';
  const banner = document.createElement('div');
  Object.assign(banner, { id: bannerId, className: 'call-banner', role: 'alert' });
  banner.dataset.turboPermanent = '';
  banner.dataset.call = page.split('/').at(-1) ?? '';
  banner.append(link);
  document.body.prepend(banner);
  link.addEventListener('click', () => window.setTimeout(forget, 0, banner));
}

function forget(banner: HTMLElement): void {
  waiting = '';
  banner.remove();
}

async function askForRinging(): Promise<void> {
  if (!document.querySelector('[data-rings]')) return;
  const answer = await fetch('/bang/goi/dang-reo', { headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  const ringing: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const id = typeof ringing === 'object' && ringing && 'id' in ringing ? ringing.id : null;
  if (typeof id === 'string' && id !== localStorage.getItem(shownKey)) arrive(id);
}
