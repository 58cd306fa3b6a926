import type { Language } from '#platform/text.ts';
import { type FieldErrors, Select, TextField } from '#ui/form.tsx';
import { Keyed } from '#ui/parts.tsx';
import { unitLabel } from '../rules/find-unit.ts';
import { suggestedFields } from '../rules/suggest.ts';
import { chosenService, type Desk, type Typed } from './desk-facts.ts';
import { Questions } from './questions.tsx';
import { texts as t } from './texts.ts';

type Props = {
  desk: Desk;
  typed: Typed;
  errors: FieldErrors;
  /** Where the form is sent. */
  action: string;
  language: Language;
};

/**
 * "Take a case", in the order of the talk: what they say, what it is and whose, who they are. The button that opens the case
 * comes first among the buttons: it is the one that Enter presses.
 */
export function TakeForm({ desk, typed, errors, action, language }: Props) {
  const choices = desk.services.map(({ definition }) => ({
    value: definition.code,
    label: definition.name[language],
  }));
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <form method="post" action={action} className="take" id="take" data-guess="/bang/goi/doan">
      <h2>{t.take_title[language]}</h2>
      <input type="hidden" name="requestId" value={typed.requestId} />
      {suggestedFields.map((name) => (
        <input
          key={name}
          type="hidden"
          name={`suggested_${name}`}
          defaultValue={typed[`suggested_${name}`] ?? ''}
        />
      ))}
      <Said value={typed.said} error={errors.said} language={language} />
      <CustomerChoice desk={desk} typed={typed} language={language} />
      <Select
        {...field('service')}
        label={t.service[language]}
        choices={choices}
        empty={t.choose[language]}
      />
      <UnitField desk={desk} value={typed.unit} error={errors.unit} language={language} />
      <Questions
        definition={chosenService(desk.services, typed)?.definition}
        typed={typed}
        errors={errors}
        language={language}
      />
      <TextField {...field('name')} label={t.name[language]} autoComplete="off" />
      <TextField
        {...field('phone')}
        label={t.phone[language]}
        inputMode="tel"
        autoComplete="off"
        width="short"
      />
      <TextField {...field('address')} label={t.address[language]} autoComplete="off" />
      <p className="take-buttons">
        <Keyed as="button" letter="m" type="submit" name="do" value="open">
          {t.open_case[language]}
        </Keyed>
        <Keyed as="button" letter="g" type="submit" name="do" value="guess" className="quiet">
          {t.guess[language]}
        </Keyed>
      </p>
    </form>
  );
}

type One = { value: string | undefined; error: string | undefined; language: Language };
const describedBy = (name: string, error: string | undefined) =>
  [`${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');

function Said({ value, error, language }: One) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor="said">{t.said[language]}</label>
      <p className="hint" id="said-hint">
        {t.said_hint[language]}
      </p>
      {error && (
        <p className="error" id="said-error">
          {error}
        </p>
      )}
      <Keyed
        as="textarea"
        letter="n"
        id="said"
        name="said"
        rows={3}
        defaultValue={value}
        // The page is opened to write this down while somebody speaks.
        autoFocus
        aria-describedby={describedBy('said', error)}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

/** Only where a number leads to more than one customer, or to one the agent may reject. */
function CustomerChoice({ desk, typed, language }: Pick<Props, 'desk' | 'typed' | 'language'>) {
  if (desk.candidates.length === 0) return null;
  const choices = desk.candidates.map(({ code, name, address }) => ({
    value: code,
    label: `${name}, ${address} (${code})`,
  }));
  return (
    <Select
      name="customer"
      label={t.customer[language]}
      value={typed.customer}
      choices={choices}
      empty={t.customer_other[language]}
    />
  );
}

function UnitField({ desk, value, error, language }: One & { desk: Desk }) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor="unit">{t.unit[language]}</label>
      <p className="hint" id="unit-hint">
        {t.unit_hint[language]}
      </p>
      {error && (
        <p className="error" id="unit-error">
          {error}
        </p>
      )}
      <input
        id="unit"
        name="unit"
        list="units"
        defaultValue={value}
        autoComplete="off"
        aria-describedby={describedBy('unit', error)}
        aria-invalid={error ? true : undefined}
      />
      <datalist id="units">
        {desk.units.map((unit) => (
          <option key={unit.code} value={unitLabel(unit, language)} />
        ))}
      </datalist>
    </div>
  );
}
