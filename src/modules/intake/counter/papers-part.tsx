import { acceptedFiles, mostBytes } from '#platform/files/index.ts';
import { fill } from '#platform/text.ts';
import { FileField } from '#ui/form.tsx';
import { needsIdentity } from '../rules/counter.ts';
import { texts as shared } from '../texts.ts';
import type { FormProps } from './form-props.ts';
import { texts as t } from './texts.ts';
import { Tick } from './tick.tsx';

/** Each paper is scanned, or seen and given back; what was sent stays when the form comes back. */
export function PapersPart(props: FormProps) {
  const { facts, language, typed, errors } = props;
  const { documents: asked } = facts.service.definition;
  return (
    <section className="card" aria-labelledby="papers-title">
      <h2 id="papers-title">{t.papers[language]}</h2>
      <p className="hint">{fill(t.papers_hint[language], { most: mostBytes / 1_000_000 })}</p>
      <Kept {...props} />
      {asked.map((paper) => (
        <div key={paper.code} className="paper">
          <FileField
            name={`file.${paper.code}`}
            label={`${paper.name[language]} (${(paper.required ? shared.required : shared.if_any)[language]})`}
            hint={paper.note?.[language]}
            error={errors[`file.${paper.code}`]}
            accept={acceptedFiles}
            multiple
          />
          <Tick
            name={`shown.${paper.code}`}
            label={t.shown[language]}
            about={paper.name[language]}
            ticked={typed[`shown.${paper.code}`] === 'yes'}
          />
        </div>
      ))}
      <Tick name="later" label={t.later[language]} ticked={typed.later === 'yes'} />
      {needsIdentity(asked) && (
        <Tick
          name="identity"
          label={t.identity[language]}
          ticked={typed.identity === 'yes'}
          error={errors.identity}
        />
      )}
    </section>
  );
}

function Kept({ documents, language }: FormProps) {
  if (documents.length === 0) return null;
  return (
    <div className="notice good">
      <p>{t.kept[language]}</p>
      <ul>
        {documents.map(({ kind, sha256, name }) => (
          <li key={`${kind}:${sha256}`}>
            {name}{' '}
            <button type="submit" name="remove" value={`${kind}:${sha256}`} className="quiet">
              {t.remove[language]}
              <span className="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
