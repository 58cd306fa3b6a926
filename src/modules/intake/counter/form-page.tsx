import { fill } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors, Select, TextField } from '#ui/form.tsx';
import { FieldInput } from '../field-input.tsx';
import { texts as shared } from '../texts.ts';
import type { FormProps } from './form-props.ts';
import { PapersPart } from './papers-part.tsx';
import { texts as t } from './texts.ts';
import { VisitPart } from './visit-part.tsx';

/** Everything a request needs on one page, in the order in which people talk at a counter. */
export function FormPage(props: FormProps) {
  const { facts, language, requestId } = props;
  const { definition } = facts.service;
  const ma = props.typed.customer_code;
  return (
    <div className="counter">
      <p className="trail">
        <a href={`/bang/quay${ma ? `?${new URLSearchParams({ ma })}` : ''}`}>{t.other_service[language]}</a>
      </p>
      <h1>{definition.name[language]}</h1>
      <ErrorSummary title={shared.errors[language]} errors={named(props)} />
      <form
        id="form"
        method="post"
        action={`/bang/quay/${definition.code}`}
        encType="multipart/form-data"
        noValidate
      >
        {/* Enter in a field sends by the first button of a form, which would be one that only looks something up. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          {t.open[language]}
        </button>
        <input type="hidden" name="requestId" value={requestId} />
        <CustomerPart {...props} />
        {definition.fields.length > 0 && (
          <section className="card" aria-labelledby="request-title">
            <h2 id="request-title">{t.request[language]}</h2>
            {definition.fields.map(({ name }) => (
              <FieldInput key={name} {...props} definition={definition} name={name} />
            ))}
          </section>
        )}
        {definition.documents.length > 0 && <PapersPart {...props} />}
        <VisitPart {...props} />
        <button type="submit">{t.open[language]}</button>
      </form>
    </div>
  );
}

/** At the top, questions of the service say which they are: several may want one of their choices. */
const named = ({ facts, language, errors }: FormProps): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([name, words]) => {
      const field = facts.service.definition.fields.find((each) => `field.${each.name}` === name);
      return [name, field ? `${field.label[language]} ${words}` : words];
    }),
  );

function CustomerPart({ facts, language, typed, found, errors }: FormProps) {
  const input = (name: 'name' | 'phone' | 'email' | 'address') => ({
    ...{ name, label: shared[name][language], value: typed[name], error: errors[name] },
    autoComplete: 'off',
  });
  return (
    <section className="card" aria-labelledby="customer-title">
      <h2 id="customer-title">{t.customer[language]}</h2>
      <TextField
        name="customer_code"
        label={t.customer_code[language]}
        hint={facts.seesCustomers ? facts.customerCodeHint[language] : t.sees_nothing[language]}
        value={typed.customer_code}
        error={errors.customer_code}
        autoComplete="off"
        width="short"
      />
      {facts.seesCustomers && (
        <p>
          <button type="submit" name="do" value="lookup" className="quiet">
            {t.lookup[language]}
          </button>
        </p>
      )}
      {found && (
        <p className={found.name ? 'notice good' : 'notice'} role="status">
          {found.name ? fill(t.looked_up[language], { name: found.name }) : t.not_found[language]}
        </p>
      )}
      <TextField {...input('name')} />
      <div className="counter-pair">
        <TextField {...input('phone')} type="tel" inputMode="tel" />
        <TextField {...input('email')} type="email" inputMode="email" />
      </div>
      <TextField {...input('address')} hint={shared.address_hint[language]} />
      <Select
        name="customer_language"
        label={t.tongue[language]}
        value={typed.customer_language === 'en' ? 'en' : ''}
        empty={t.vi[language]}
        choices={[{ value: 'en', label: t.en[language] }]}
      />
      <DistrictInput facts={facts} language={language} typed={typed} errors={errors} />
    </section>
  );
}

function DistrictInput({
  facts: { unit, districts },
  language,
  typed,
  errors,
}: Pick<FormProps, 'facts' | 'language' | 'typed' | 'errors'>) {
  const own = unit?.kind === 'district_unit' ? unit : undefined;
  const provinces = new Set(districts.map(({ provinceCode }) => provinceCode));
  const choices = districts.map(({ code, name, province }) => ({
    value: code,
    label: provinces.size > 1 ? `${name[language]}, ${province[language]}` : name[language],
  }));
  return (
    <Select
      name="district"
      label={t.district[language]}
      hint={own ? undefined : t.district_hint[language]}
      value={typed.district}
      error={errors.district}
      empty={own ? fill(t.district_own[language], { unit: own.name[language] }) : shared.choose[language]}
      choices={choices}
    />
  );
}
