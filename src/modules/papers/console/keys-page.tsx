import { sayDay } from '#modules/deadlines/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors, FileField, TextField } from '#ui/form.tsx';
import { Notice } from '#ui/parts.tsx';
import type { UnitKeyRow } from '../queries-keys.ts';
import { keyTexts as t } from './key-texts.ts';

type Props = {
  keys: readonly (UnitKeyRow & { unitName: string })[];
  typed: string;
  errors: FieldErrors;
  done: string | null;
  language: Language;
};

export function KeysPage({ keys, typed, errors, done, language }: Props) {
  return (
    <>
      <h1>{t.title[language]}</h1>
      {done && (
        <Notice kind="good">
          <p>{done}</p>
        </Notice>
      )}
      <ErrorSummary title={t.errors[language]} errors={errors} />
      <p>{t.intro[language]}</p>
      {keys.length === 0 ? (
        <p className="empty">{t.none[language]}</p>
      ) : (
        <KeyTable keys={keys} language={language} />
      )}
      <h2>{t.make_title[language]}</h2>
      <p className="hint">{t.make_hint[language]}</p>
      <form method="post" action="/bang/khoa-ky">
        <TextField
          name="unitCode"
          label={t.unit_code[language]}
          error={errors.unitCode}
          value={typed}
          width="short"
        />
        <button type="submit">{t.make[language]}</button>
      </form>
      <h2>{t.import_title[language]}</h2>
      <p className="hint">{t.import_hint[language]}</p>
      <form method="post" action="/bang/khoa-ky/tep" encType="multipart/form-data">
        <TextField name="importTo" label={t.unit_code[language]} error={errors.importTo} width="short" />
        <FileField name="file" label={t.file[language]} error={errors.file} accept=".p12,.pfx" />
        <TextField
          name="password"
          label={t.password[language]}
          type="password"
          autoComplete="off"
          width="short"
        />
        <button type="submit">{t.import[language]}</button>
      </form>
    </>
  );
}

function KeyTable({ keys, language }: Pick<Props, 'keys' | 'language'>) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t.unit[language]}</th>
          <th scope="col">{t.certificate[language]}</th>
          <th scope="col">{t.valid[language]}</th>
          <th scope="col">{t.state[language]}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              {key.unitName} <span className="hint">{key.unit_code}</span>
            </th>
            <td>
              {key.subject},{' '}
              {key.self_signed
                ? t.self_signed[language]
                : fill(t.issued_by[language], { issuer: key.issuer })}
            </td>
            <td>
              {fill(t.from_to[language], {
                from: sayDay(dayAt(key.valid_from)),
                to: sayDay(dayAt(key.valid_to)),
              })}
            </td>
            <td>{key.retired_at ? t.retired[language] : <Retire keyRow={key} language={language} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Retire({ keyRow, language }: { keyRow: UnitKeyRow & { unitName: string }; language: Language }) {
  return (
    <form method="post" action="/bang/khoa-ky/thoi-dung">
      {t.in_use[language]} <input type="hidden" name="unitCode" value={keyRow.unit_code} />
      <button type="submit" className="quiet">
        {t.retire[language]} <span className="unseen">{keyRow.unitName}</span>
      </button>
    </form>
  );
}
