import { fill } from '#platform/text.ts';
import { Select, TextArea, TextField } from '#ui/form.tsx';
import { texts as shared } from '../texts.ts';
import type { FormProps } from './form-props.ts';
import { texts as t, visitReasons } from './texts.ts';

/** The visit is counted; beyond the promise of the service it is counted with its reason. */
export function VisitPart({ facts, language, typed, errors }: FormProps) {
  const promised = facts.service.definition.visits;
  const choices = Object.entries(visitReasons).map(([value, reason]) => ({ value, label: reason[language] }));
  return (
    <section className="card" aria-labelledby="visit-title">
      <h2 id="visit-title">{t.visit[language]}</h2>
      <p>{promised > 0 ? fill(t.visit_counted[language], { promised }) : t.visit_beyond[language]}</p>
      {promised === 0 && (
        <>
          <Select
            name="visit_reason"
            label={t.visit_reason[language]}
            value={typed.visit_reason}
            error={errors.visit_reason}
            empty={shared.choose[language]}
            choices={choices}
          />
          <TextField
            name="visit_other"
            label={t.visit_other[language]}
            value={typed.visit_other}
            autoComplete="off"
          />
        </>
      )}
      <TextArea name="note" label={t.note[language]} value={typed.note} error={errors.note} rows={2} />
    </section>
  );
}
