import type { ReactNode } from 'react';
import { fill, type Language } from '#platform/text.ts';
import { SummaryList } from '#ui/parts.tsx';
import type { Limit, ServiceDefinition, Step } from '../definition.ts';
import { sayWhen } from '../rules/say-when.ts';
import { stagesOf } from '../rules/stages.ts';
import { texts } from './texts.ts';

type Props = { definition: ServiceDefinition; language: Language };

export function sayLimit({ amount, unit }: Limit, language: Language): string {
  const words = { working_days: texts.days, working_hours: texts.hours, minutes: texts.minutes }[unit];
  return fill(words[language], { amount });
}

/** All there is to know of a service before asking for it, and the button that begins. */
export function GuidePage({ definition, language }: Props) {
  const { name, result, applicant, fee, visits, source, code } = definition;
  const rows = [
    { name: texts.result[language], value: result[language] },
    { name: texts.time[language], value: <Times definition={definition} language={language} /> },
    { name: texts.fee[language], value: fee[language] },
    { name: texts.visits[language], value: (visits === 0 ? texts.visits_0 : texts.visits_1)[language] },
    { name: texts.applicant[language], value: applicant[language] },
  ];
  return (
    <>
      <h1>{name[language]}</h1>
      <SummaryList rows={rows} />
      <form method="post" action={`/yeu-cau/bat-dau/${code}`}>
        <button type="submit">{texts.begin[language]}</button>
      </form>
      <h2>{texts.documents[language]}</h2>
      <Documents definition={definition} language={language} />
      <h2>{texts.steps[language]}</h2>
      <ol>
        {stagesOf(definition.steps).map(({ kind, steps }) => (
          <li key={steps.map(({ code: own }) => own).join()}>
            {kind === 'single' ? (
              steps.map((step) => <OneStep key={step.code} {...{ step, definition, language }} />)
            ) : (
              <>
                <b>{texts[kind][language]}</b>
                <ul>
                  {steps.map((step) => (
                    <li key={step.code}>
                      <OneStep {...{ step, definition, language }} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ol>
      {definition.steps.some(({ actor }) => actor.level === 'agency') && (
        <p>
          {texts.regulations_intro[language]} <a href="/quy-che">{texts.regulations_link[language]}</a>
        </p>
      )}
      <p className="soft">{fill(texts.source[language], { source })}</p>
    </>
  );
}

function OneStep({ step, definition, language }: Props & { step: Step }) {
  const when = sayWhen(step.when ?? [], definition.fields, language);
  return (
    <>
      <b>{step.name[language]}</b> <span className="soft">({stepFacts(step, language)})</span>
      {when.length > 0 && (
        <p className="hint">{fill(texts.only_when[language], { when: when.join('; ') })}</p>
      )}
      <p>{step.plain[language]}</p>
    </>
  );
}

function stepFacts({ actor, limit, variants }: Step, language: Language): string {
  const who = {
    unit: texts.step_ours,
    company: texts.step_company,
    corporation: texts.step_corporation,
    agency: texts.step_agency,
    administration_centre: texts.step_agency,
    customer: texts.step_customer,
    contractor: texts.step_customer,
  };
  const unsure = limit?.uncertain ? `, ${texts.uncertain[language]}` : '';
  const time = limit ? `, ${sayLimit(limit, language)}${unsure}` : '';
  return `${who[actor.level][language]}${time}${variants ? '*' : ''}`;
}

function Times({ definition: { variants }, language }: Props): ReactNode {
  return variants.map(({ code, name, limit }) => (
    <span key={code}>
      {variants.length > 1 && `${name[language]}: `}
      <b>{sayLimit(limit, language)}</b>
      {limit.uncertain && ` (${texts.uncertain[language]})`}
      <br />
    </span>
  ));
}

function Documents({ definition: { documents }, language }: Props) {
  if (documents.length === 0) return <p>{texts.no_documents[language]}</p>;
  return (
    <ul>
      {documents.map(({ code, name, required, note }) => (
        <li key={code}>
          {name[language]}{' '}
          <span className="soft">({(required ? texts.needed : texts.if_any)[language]})</span>
          {note && <p className="hint">{note[language]}</p>}
        </li>
      ))}
    </ul>
  );
}

export function OutagePage({
  hotlines,
  advice,
  language,
}: {
  hotlines: readonly string[];
  advice: string | null;
  language: Language;
}) {
  return (
    <>
      <h1>{texts.outage_title[language]}</h1>
      <p className="lead">{texts.outage_call[language]}</p>
      <p className="row">
        {hotlines.map((line) => (
          <a key={line} className="button" href={`tel:${line.replaceAll(' ', '')}`}>
            {line}
          </a>
        ))}
      </p>
      <p>{texts.outage_ready[language]}</p>
      {advice && (
        <p>
          <a href={`/dich-vu/${advice}`}>{texts.outage_also[language]}</a>
        </p>
      )}
    </>
  );
}
