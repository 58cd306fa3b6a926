const calm = 300;

/** While somebody writes down what is said, the form is filled in with what follows from it; what they wrote themselves stays. */
export function guessWhileTyping(): void {
  let timer = 0;
  let asked = 0;
  const ask = (form: HTMLFormElement, from: Element) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const before = valuesOf(form);
      const answer = await fetch(form.dataset.guess ?? '', {
        method: 'POST',
        body: new URLSearchParams(before),
      })
        .then((response) => (response.ok ? response.json() : null))
        .catch(() => null);
      if (mine === asked && form.isConnected) fillIn(form, before, answer, from);
    }, calm);
  };
  for (const kind of ['input', 'change'] as const)
    document.addEventListener(kind, ({ target }) => {
      if (!(target instanceof Element) || !target.matches('#said, #service, #customer, #address')) return;
      const form = target.closest<HTMLFormElement>('form[data-guess]');
      if (form) ask(form, target);
    });
  // What was refused: the first input at fault, so that the keyboard alone mends it.
  document.addEventListener('turbo:render', () =>
    document.querySelector<HTMLElement>('form[data-guess] [aria-invalid="true"]')?.focus(),
  );
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey || !(event.target instanceof HTMLTextAreaElement)) return;
    event.target.form?.requestSubmit();
  });
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** An answer that comes late overwrites nothing that was typed meanwhile. */
function fillIn(form: HTMLFormElement, before: Record<string, string>, answer: unknown, from: Element): void {
  if (typeof answer !== 'object' || !answer || !('values' in answer) || typeof answer.values !== 'object')
    return;
  for (const [name, value] of Object.entries(answer.values ?? {})) {
    const input = form.elements.namedItem(name);
    if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) continue;
    const untouched = input.value === (before[name] ?? '');
    if (typeof value === 'string' && untouched && input !== from) input.value = value;
  }
  const questions = form.querySelector<HTMLElement>('#questions');
  const service = form.querySelector<HTMLSelectElement>('#service')?.value;
  if (!questions || questions.dataset.service === service) return;
  if (!('questions' in answer) || typeof answer.questions !== 'string') return;
  if (!('service' in answer) || answer.service !== service) return;
  const fresh = document.createElement('template');
  fresh.innerHTML = answer.questions;
  questions.replaceWith(fresh.content);
}
