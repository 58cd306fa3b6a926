import { whyNeverMet } from './check-conditions.ts';
import type { ServiceDefinition, Step } from './definition.ts';
import { paperKinds } from './definition-paper.ts';
import { at, type Located, type Mistake } from './profile.ts';

type Known = { calendars: ReadonlySet<string>; agencies: ReadonlySet<string> };
type Service = Located<ServiceDefinition>;

/** Whether the parts of one service agree with one another and with the rest of the profile. */
export function checkService(service: Service, known: Known): Mistake[] {
  const { fields, documents, variants, steps } = service.value;
  return [
    ...twice(service, 'fields', fields, (field) => field.name, 'name'),
    ...twice(service, 'documents', documents, (document) => document.code, 'code'),
    ...twice(service, 'variants', variants, (variant) => variant.code, 'code'),
    ...twice(service, 'steps', steps, (step) => step.code, 'code'),
    ...checkVariants(service, known),
    ...checkSteps(service, known),
  ];
}

function twice<T>(
  service: Service,
  list: string,
  items: readonly T[],
  nameOf: (item: T) => string,
  key: string,
): Mistake[] {
  const names = items.map(nameOf);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [at(service, [list, index, key], `${name} stands here twice`)] : [],
  );
}

function checkVariants(service: Service, { calendars }: Known): Mistake[] {
  const { variants } = service.value;
  return variants.flatMap((variant, index) => {
    const here = ['variants', index];
    const found: Mistake[] = [];
    const last = index === variants.length - 1;
    if (!calendars.has(variant.limit.calendar))
      found.push(at(service, [...here, 'limit', 'calendar'], `no calendar ${variant.limit.calendar}`));
    if (last && variant.when)
      found.push(
        at(service, [...here, 'when'], 'the last variant holds for everybody else and has no `when`'),
      );
    if (!last && !variant.when)
      found.push(
        at(service, here, `variant ${variant.code} has no \`when\`, so those after it are never chosen`),
      );
    const reason = variant.when && whyNeverMet(variant.when, service.value.fields, 'this service');
    if (reason) found.push(at(service, [...here, 'when'], reason));
    return found;
  });
}

function checkSteps(service: Service, { calendars, agencies }: Known): Mistake[] {
  const variants = service.value.variants.map((variant) => variant.code);
  const papers: string[] = [...service.value.documents.map(({ code }) => code), ...paperKinds];
  const found = service.value.steps.flatMap((step, index) => {
    const here = ['steps', index];
    const { level, agency } = step.actor;
    const stranger = step.variants?.find((variant) => !variants.includes(variant));
    const earlier = service.value.steps.slice(0, index).map(({ code }) => code);
    const notBefore = step.after?.find((code) => !earlier.includes(code));
    const notAsked = step.needs?.find((code) => !papers.includes(code));
    return [
      step.limit && !calendars.has(step.limit.calendar)
        ? at(service, [...here, 'limit', 'calendar'], `no calendar ${step.limit.calendar}`)
        : undefined,
      stranger ? at(service, [...here, 'variants'], `no variant ${stranger} in this service`) : undefined,
      (level === 'agency') !== (agency !== undefined)
        ? at(service, [...here, 'actor'], 'a step of a State body names its agency, and no other step does')
        : undefined,
      notBefore === undefined
        ? undefined
        : at(service, [...here, 'after'], `${notBefore} is no step that stands before this one`),
      ...checkWhen(service, step, here),
      notAsked === undefined
        ? undefined
        : at(service, [...here, 'needs'], `no document ${notAsked} in this service, and no kind of paper`),
      agency !== undefined && !agencies.has(agency)
        ? at(service, [...here, 'actor', 'agency'], `no agency ${agency} among the units`)
        : undefined,
    ].filter((mistake) => mistake !== undefined);
  });
  const idle = service.value.variants.flatMap((variant, index) =>
    service.value.steps.some((step) => !step.variants || step.variants.includes(variant.code))
      ? []
      : [at(service, ['variants', index], `variant ${variant.code} has no step at all`)],
  );
  return [...found, ...idle];
}

/** A step that only some cases have can be met by some answer, and says why they have it. */
function checkWhen(service: Service, step: Step, here: PropertyKey[]): Mistake[] {
  const found = (step.when ?? []).flatMap((condition, index) => {
    const reason = whyNeverMet(condition, service.value.fields, 'this service');
    return reason ? [at(service, [...here, 'when', index], reason)] : [];
  });
  if (step.when && !step.because)
    found.push(at(service, [...here, 'because'], 'a step that only some cases have says why they have it'));
  return found;
}
