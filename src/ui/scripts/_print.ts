/** A button that prints. It is there only where a script can press it; Ctrl+P works without. */
export function offerPrinting(): void {
  const show = () => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
  };
  document.addEventListener('turbo:load', show);
  document.addEventListener('turbo:render', show);
  show();
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-print]')) window.print();
  });
}
