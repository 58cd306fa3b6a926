import type { ReactNode } from 'react';
import { acceptedFiles, mostBytes } from '#platform/files/index.ts';
import { showPhone } from '#platform/phone.ts';
import { fill } from '#platform/text.ts';
import { Choices, ErrorSummary, Select, TextField } from '#ui/form.tsx';
import { FieldInput } from '../field-input.tsx';
import { pageBefore, slugOf } from '../rules/pages.ts';
import { texts } from '../texts.ts';
import { CheckPage } from './check-page.tsx';
import { DocumentsPage } from './documents-page.tsx';
import type { PageProps } from './page-props.ts';

/** One question of a request, with what is wrong about the answer. */
export function AskPage(props: PageProps) {
  const { draft, page, language, errors } = props;
  const before = pageBefore(draft.definition, draft.answers, page);
  return (
    <>
      <p className="no-print">
        <a
          className="back"
          href={before ? `/yeu-cau/${slugOf(before)}` : `/dich-vu/${draft.definition.code}`}
        >
          ← {texts.back[language]}
        </a>
        <span className="soft"> {draft.definition.name[language]}</span>
      </p>
      <ErrorSummary title={texts.errors[language]} errors={errors} />
      {page.kind === 'check' ? (
        <CheckPage {...props} />
      ) : page.kind === 'documents' ? (
        <DocumentsPage {...props} most={mostBytes} accept={acceptedFiles} />
      ) : (
        <Form {...props} />
      )}
    </>
  );
}

function Form(props: PageProps) {
  const { page, language } = props;
  return (
    <form method="post" action={`/yeu-cau/${slugOf(page)}`} noValidate>
      {inputs(props)}
      <button type="submit">{(page.kind === 'confirm' ? texts.send_code : texts.next)[language]}</button>
    </form>
  );
}

function inputs(props: PageProps): ReactNode {
  switch (props.page.kind) {
    case 'place':
      return <PlaceInputs {...props} />;
    case 'district':
      return <DistrictInputs {...props} />;
    case 'field':
      return <FieldInput {...props} definition={props.draft.definition} name={props.page.name} asHeading />;
    case 'person':
      return <PersonInputs {...props} />;
    case 'confirm':
      return <ConfirmInputs {...props} />;
    default:
      return <CodeInputs {...props} />;
  }
}

function PlaceInputs({ language, typed, errors, facts }: PageProps) {
  return (
    <>
      <h1>{texts.place_title[language]}</h1>
      <p>{texts.place_lead[language]}</p>
      <TextField
        name="customer_code"
        label={texts.customer_code[language]}
        hint={facts.customerCode.hint[language]}
        value={typed.customer_code}
        error={errors.customer_code}
        width="short"
        autoComplete="off"
      />
      <Select
        name="province"
        label={texts.or_province[language]}
        value={typed.province}
        error={errors.province}
        empty={texts.choose[language]}
        choices={facts.provinces.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
    </>
  );
}

function DistrictInputs({ language, typed, errors, facts }: PageProps) {
  const choices = facts.districts.map(({ code, name }) => ({ value: code, label: name[language] }));
  return (
    <Choices
      name="district"
      label={texts.district_title[language]}
      asHeading
      value={typed.district}
      error={errors.district}
      choices={choices}
    />
  );
}

function PersonInputs({ language, typed, errors }: PageProps) {
  return (
    <>
      <h1>{texts.person_title[language]}</h1>
      <TextField
        name="name"
        label={texts.name[language]}
        value={typed.name}
        error={errors.name}
        autoComplete="name"
      />
      <TextField
        name="phone"
        label={texts.phone[language]}
        hint={texts.phone_hint[language]}
        value={typed.phone?.startsWith('+') ? showPhone(typed.phone) : typed.phone}
        error={errors.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="short"
      />
      <TextField
        name="email"
        label={texts.email[language]}
        value={typed.email}
        error={errors.email}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <TextField
        name="address"
        label={texts.address[language]}
        hint={texts.address_hint[language]}
        value={typed.address}
        error={errors.address}
        autoComplete="street-address"
      />
    </>
  );
}

function ConfirmInputs({ draft, language, typed, errors }: PageProps) {
  const { phone, email } = draft.answers;
  const choices = [
    ...(phone ? [{ value: 'phone', label: fill(texts.by_phone[language], { to: showPhone(phone) }) }] : []),
    ...(email ? [{ value: 'mail', label: fill(texts.by_mail[language], { to: email }) }] : []),
  ];
  return (
    <Choices
      name="contact_kind"
      label={texts.confirm_title[language]}
      hint={texts.confirm_lead[language]}
      asHeading
      value={typed.contact_kind ?? choices[0]?.value}
      error={errors.contact_kind}
      choices={choices}
    />
  );
}

function CodeInputs({ draft, language, errors, demo }: PageProps) {
  const { phone, email, contact_kind } = draft.answers;
  const to = contact_kind === 'mail' ? (email ?? '') : showPhone(phone ?? '');
  return (
    <>
      <TextField
        name="code"
        label={texts.code_title[language]}
        hint={fill(texts.code_hint[language], { to })}
        error={errors.code}
        asHeading
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
      />
      {demo && <p className="hint">{texts.code_demo[language]}</p>}
      <p>
        <a href="/yeu-cau/xac-nhan">{texts.code_again[language]}</a>
      </p>
    </>
  );
}
