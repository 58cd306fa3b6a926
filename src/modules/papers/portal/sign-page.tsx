import type { CodeContact } from '#modules/accounts/index.ts';
import { showCaseCode } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '#ui/form.tsx';
import { Notice, SummaryList } from '#ui/parts.tsx';
import { hideMost } from '../draw-paper.ts';
import type { Paper } from '../read-paper.ts';
import { texts as common, stateNames } from '../texts.ts';
import { texts as t } from './texts.ts';

export type SignPageProps = {
  paper: Paper;
  code: string;
  contacts: readonly CodeContact[];
  /** Where the newest code went, while it may still be used. */
  sentTo: string | null;
  requestId: string;
  language: Language;
  errors: FieldErrors;
};

/** A paper as its customer reads and signs it: read, get a code, sign. */
export function SignPage(props: SignPageProps) {
  const { paper, code, language, errors } = props;
  const { row, template, state } = paper;
  const at = sayMoment(row.made_at.toISOString(), language, utilityZone);
  const address = `/ho-so/${code}/van-ban/${row.id}`;
  return (
    <>
      <p>
        <a href={`/ho-so/${code}`}>
          {t.see_case[language]} {showCaseCode(code)}
        </a>
      </p>
      <h1>{template.name[language]}</h1>
      <ErrorSummary title={common.errors[language]} errors={errors} />
      <State paper={paper} language={language} />
      <SummaryList
        rows={[
          { name: common.number[language], value: row.number },
          { name: common.made[language], value: at },
          { name: common.state[language], value: stateNames[state][language] },
        ]}
      />
      {state === 'waits_customer' && <h2>{t.first_read[language]}</h2>}
      {state === 'waits_customer' && <p>{t.first_hint[language]}</p>}
      <p>
        <a className="button" href={`${address}/tep`}>
          {common.open[language]}
        </a>
      </p>
      {state === 'waits_customer' && <Signing {...props} address={address} />}
    </>
  );
}

function State({ paper: { state }, language }: { paper: Paper; language: Language }) {
  if (state === 'waits_customer') return null;
  const words = state === 'void' ? t.void : state === 'complete' ? t.complete : t.signed;
  return (
    <Notice kind={state === 'void' ? 'bad' : 'good'}>
      <p>{words[language]}</p>
    </Notice>
  );
}

function Signing(props: SignPageProps & { address: string }) {
  const { contacts, sentTo, language } = props;
  if (contacts.length === 0) return <p>{t.no_contact[language]}</p>;
  return (
    <>
      <h2>{t.then_code[language]}</h2>
      <SendForm {...props} />
      {sentTo && <CodeForm {...props} sentTo={sentTo} />}
    </>
  );
}

const shown = ({ kind, to }: CodeContact, language: Language) =>
  fill((kind === 'mail' ? t.mail : t.phone)[language], { to: hideMost(to) });

function SendForm({ contacts, sentTo, language, errors, address }: SignPageProps & { address: string }) {
  const [only] = contacts;
  return (
    <form method="post" action={`${address}/gui-ma#code`} noValidate>
      {contacts.length > 1 ? (
        <Choices
          name="contact"
          label={t.code_to[language]}
          error={errors.contact}
          value={only?.kind}
          choices={contacts.map((contact) => ({ value: contact.kind, label: shown(contact, language) }))}
        />
      ) : (
        <>
          <input type="hidden" name="contact" value={only?.kind} />
          <p id="contact">
            {t.code_to[language]}: {only && shown(only, language)}
          </p>
        </>
      )}
      <button type="submit" className={sentTo ? 'second' : undefined}>
        {sentTo ? t.send_again[language] : t.send[language]}
      </button>
    </form>
  );
}

function CodeForm({ sentTo, language, errors, address, requestId }: SignPageProps & { address: string }) {
  return (
    <>
      <h2>{t.last_sign[language]}</h2>
      <p>{fill(t.sent[language], { to: hideMost(sentTo ?? '') })}</p>
      <form method="post" action={`${address}/ky`} noValidate>
        <input type="hidden" name="requestId" value={requestId} />
        <TextField
          name="code"
          label={t.code[language]}
          error={errors.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <p>{t.meaning[language]}</p>
        <button type="submit">{t.sign[language]}</button>
      </form>
    </>
  );
}
