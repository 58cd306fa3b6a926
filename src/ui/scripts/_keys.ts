import { visit } from '@hotwired/turbo';

/** j and k walk the rows of a list, / goes to the search, ? shows the keys. Nothing happens while somebody types. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = acts[event.key];
    if (act?.()) event.preventDefault();
  });
}

const acts: Record<string, () => boolean> = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => focus('[data-key-search]'),
  '?': () => {
    visit('/bang/phim-tat');
    return true;
  },
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-key-row]')];
  const here = document.activeElement;
  const at = here instanceof HTMLElement ? rows.indexOf(here) : -1;
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[next]?.focus();
  return rows.length > 0;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
  return Boolean(field);
}
