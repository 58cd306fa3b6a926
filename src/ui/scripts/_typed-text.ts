const typed = new WeakSet<Element>();

/** Whether a form holds something a person typed and has not sent. */
const holdsTypedText = (form: Element): boolean => typed.has(form);

/** Whether any form of the page does. */
export const isTypedSomewhere = (): boolean => [...document.forms].some(holdsTypedText);

/** A live refresh leaves alone what somebody is writing, and the disclosure they opened for it. */
export function keepTypedText(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form) typed.add(form);
  });
  document.addEventListener('turbo:submit-end', (event) => {
    const { target } = event;
    if (target instanceof Element && 'detail' in event && answered(event.detail)) typed.delete(target);
  });
  document.addEventListener('turbo:before-morph-element', (event) => {
    const { target } = event;
    if (target instanceof Element && mustStay(target)) event.preventDefault();
  });
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    const { target } = event;
    const open = 'detail' in event && nameOf(event.detail) === 'open';
    if (target instanceof HTMLDetailsElement && open) event.preventDefault();
  });
}

const mustStay = (element: Element): boolean =>
  (element instanceof HTMLFormElement && typed.has(element)) ||
  (element === document.activeElement && element.matches('input, textarea, select'));

/** The server has it now; where it refused, its page brings back what was typed. */
const answered = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && 'fetchResponse' in detail && Boolean(detail.fetchResponse);

const nameOf = (detail: unknown): unknown =>
  typeof detail === 'object' && detail !== null && 'attributeName' in detail ? detail.attributeName : null;
