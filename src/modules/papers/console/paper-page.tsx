import { randomUUID } from 'node:crypto';
import { showCaseCode } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import type { Reason } from '#platform/refused.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors } from '#ui/form.tsx';
import { Notice, SummaryList } from '#ui/parts.tsx';
import { hideMost } from '../draw-paper.ts';
import type { Paper } from '../read-paper.ts';
import { stateNames, texts as t } from '../texts.ts';

type Props = {
  paper: Paper;
  code: string;
  version: number;
  barred: Reason | null;
  done: Text | null;
  errors: FieldErrors;
  language: Language;
};

/** A paper as staff see it: what it is, who has signed, and what is to be done. */
export function PaperPage({ paper, code, version, barred, done, errors, language }: Props) {
  const { row, template, state } = paper;
  const address = `/bang/ho-so/${code}/van-ban/${row.id}`;
  return (
    <div className="narrow wide">
      <p>
        <a href={`/bang/ho-so/${code}#van-ban`}>{fill(t.back[language], { code: showCaseCode(code) })}</a>
      </p>
      <h1>{template.name[language]}</h1>
      {done && (
        <Notice kind="good">
          <p>{done[language]}</p>
        </Notice>
      )}
      <ErrorSummary title={t.errors[language]} errors={errors} />
      <SummaryList rows={rowsOf(paper, language)} />
      <p>
        <a href={`${address}/tep`} data-turbo="false">
          {t.open[language]}
        </a>
        {state !== 'void' && (
          <>
            {' · '}
            <a href={`/bang/ho-so/${code}/van-ban?mau=${template.code}`}>{t.make_again[language]}</a>
          </>
        )}
        {row.signed_sha256 && (
          <>
            {' · '}
            <a href={`${address}/tep?ban=da-phat-hanh`} data-turbo="false">
              {t.open_issued[language]}
            </a>
          </>
        )}
      </p>
      {state === 'waits_unit' && (
        <form method="post" action={`${address}/ky`} id="sign">
          <input type="hidden" name="requestId" value={randomUUID()} />
          <input type="hidden" name="seen" value={version} />
          <p className="hint" id="sign-hint">
            {barred ? barred[language] : t.sign_unit_hint[language]}
          </p>
          <button type="submit" disabled={barred !== null} aria-describedby="sign-hint">
            {t.sign_unit[language]}
          </button>
        </form>
      )}
    </div>
  );
}

function rowsOf({ row, state, signers, signatures }: Paper, language: Language) {
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  const signed = signers.map((party) => {
    const given = signatures.find((signature) => signature.party === party);
    const how = given?.contact ? t.signed_by_code : t.signed_by_key;
    const facts = given && { who: given.signer, at: at(given.at), contact: hideMost(given.contact ?? '') };
    return { name: t[party][language], value: facts ? fill(how[language], facts) : t.not_signed[language] };
  });
  return [
    { name: t.number[language], value: row.number },
    { name: t.state[language], value: <b>{stateNames[state][language]}</b> },
    { name: t.made[language], value: fill(t.made_by[language], { at: at(row.made_at), who: row.made_by }) },
    ...signed,
    ...(row.replaced_why ? [{ name: t.reason[language], value: row.replaced_why }] : []),
    { name: t.hash[language], value: <span className="hash">{row.signed_sha256 ?? row.sha256}</span> },
  ];
}
