import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { acceptedFiles } from '#platform/files/index.ts';
import type { Refused } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { FileField, Select, TextArea, TextField } from '#ui/form.tsx';
import type { ProvincePage } from '../facts.ts';
import { draftStages } from '../rules/stages.ts';
import { showDay } from '../show.ts';
import { stageNames, texts as t } from '../texts.ts';

/** A form that was sent and refused: what was typed comes back with it. */
export type Failed = { act: string; refused: Refused; typed: Record<string, string> };
type Props = { page: ProvincePage; language: Language; failed: Failed | null };

/** What may be recorded of a province, one disclosure an act; the one that was refused stands open. */
export function RecordForms(props: Props) {
  const { page, language } = props;
  return (
    <section className="acts" aria-labelledby="record">
      <h2 id="record">{t.record[language]}</h2>
      <Act {...props} slug="buoc" title={t.move[language]}>
        <MoveFields {...props} />
      </Act>
      <Act {...props} slug="ban-hanh" title={t.issue[language]}>
        <IssueFields {...props} />
      </Act>
      {page.versions.length > 0 && (
        <Act {...props} slug="het-hieu-luc" title={t.end[language]}>
          <EndFields {...props} />
        </Act>
      )}
    </section>
  );
}

function Act({
  page,
  language,
  failed,
  slug,
  title,
  children,
}: Props & { slug: string; title: string; children: ReactNode }) {
  const mine = failed?.act === slug ? failed : null;
  const general = mine && Object.keys(mine.refused.fields).length === 0 ? mine.refused : null;
  return (
    <details className="act" id={slug} open={mine !== null || undefined}>
      <summary>{title}</summary>
      {general && (
        <p className="error" role="alert">
          {fill(general.reason[language], general.facts)}
        </p>
      )}
      <form
        method="post"
        action={`/bang/quy-che/${page.line.province.code}/${slug}#${slug}`}
        encType={slug === 'ban-hanh' ? 'multipart/form-data' : undefined}
      >
        <input type="hidden" name="requestId" value={mine?.typed.requestId ?? randomUUID()} />
        {children}
        <button type="submit">{t.save[language]}</button>
      </form>
    </details>
  );
}

/** Value and error of an input, from what was refused. */
const inputs =
  ({ failed, language }: Props) =>
  (name: string) => {
    const error = failed?.refused.fields[name];
    return {
      name,
      value: failed?.typed[name],
      error: error && fill(error[language], failed?.refused.facts ?? {}),
    };
  };

function MoveFields(props: Props) {
  const { page, language } = props;
  const of = inputs(props);
  return (
    <>
      <Select
        {...of('stage')}
        label={t.move_stage[language]}
        hint={t.stages_ours[language]}
        empty={t.choose[language]}
        choices={draftStages.map((stage) => ({ value: stage, label: stageNames[stage][language] }))}
      />
      <Select
        {...of('body')}
        label={t.move_body[language]}
        empty={t.move_body_empty[language]}
        choices={page.bodies.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <TextField
        {...of('since')}
        value={of('since').value ?? page.today}
        type="date"
        label={t.move_since[language]}
        width="short"
      />
      <TextArea {...of('reason')} label={t.move_reason[language]} rows={2} />
      <TextArea {...of('note')} label={t.move_note[language]} rows={2} />
    </>
  );
}

function IssueFields(props: Props) {
  const { page, language } = props;
  const of = inputs(props);
  return (
    <>
      {page.line.standing.regulation && <p className="hint">{t.issue_hint[language]}</p>}
      <TextField
        {...of('number')}
        label={t.issue_number[language]}
        hint={t.issue_number_hint[language]}
        autoComplete="off"
      />
      <TextField {...of('issuedOn')} type="date" label={t.issue_on[language]} width="short" />
      <TextField {...of('validFrom')} type="date" label={t.issue_from[language]} width="short" />
      <Select
        {...of('template')}
        label={t.issue_template[language]}
        empty={t.choose[language]}
        choices={page.templates.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <FileField {...of('document')} label={t.issue_document[language]} accept={acceptedFiles} />
    </>
  );
}

function EndFields(props: Props) {
  const { page, language } = props;
  const of = inputs(props);
  const choices = page.versions.map(({ version: { code, definition } }) => {
    const name = definition.number ?? t.number_missing[language];
    const day = showDay(definition.validFrom);
    return { value: code, label: `${name} (${fill(t.holds_from[language], { day })})` };
  });
  const shown = of('regulation').value ?? page.line.standing.regulation?.code ?? choices[0]?.value;
  return (
    <>
      <Select
        {...of('regulation')}
        value={shown}
        label={t.end_which[language]}
        empty={t.choose[language]}
        choices={choices}
      />
      <TextField
        {...of('lastDay')}
        type="date"
        label={t.end_day[language]}
        hint={t.end_day_hint[language]}
        width="short"
      />
      <TextArea {...of('ground')} label={t.end_ground[language]} rows={2} />
    </>
  );
}
