import { session } from '@hotwired/turbo';
import { listenForCalls } from './_calls';

const calm = 400;

/** While a form is on its way the page waits for its answer: it brings the change itself. */
const isBusy = () => document.querySelector('[aria-busy="true"]') !== null;

/** Other people's changes come in by one stream; a page that shows the case concerned is fetched again and morphed. */
export function listenForChanges(): void {
  let stream: EventSource | undefined;
  let timer = 0;
  const refresh = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (isBusy() ? refresh() : session.refresh(location.href)), calm);
  };
  const heard = ({ data }: MessageEvent<string>) => {
    const shown = document.querySelector<HTMLElement>('[data-live]')?.dataset.live;
    if (shown === '*' || shown === data || (shown && data === '*')) refresh();
  };
  const follow = () => {
    if (stream || !document.querySelector('[data-live], [data-rings]')) return;
    stream = new EventSource('/bang/truc-tiep');
    stream.addEventListener('change', heard);
    listenForCalls(stream, refresh);
  };
  document.addEventListener('turbo:load', follow);
  window.addEventListener('pagehide', () => {
    stream?.close();
    stream = undefined;
  });
}
