import { fill } from '#platform/text.ts';
import { FileField } from '#ui/form.tsx';
import { texts } from '../texts.ts';
import type { PageProps } from './page-props.ts';

type Props = PageProps & { most: number; accept: string };

/** Each paper asked for with its own place; what came stays, and can be taken out again. */
export function DocumentsPage({ draft, language, errors, typed, most, accept }: Props) {
  const { definition, documents } = draft;
  return (
    <>
      <h1>{texts.documents_title[language]}</h1>
      <p>{fill(texts.documents_lead[language], { most: most / 1_000_000 })}</p>
      {documents.length > 0 && <Received draft={draft} language={language} />}
      <form method="post" action="/yeu-cau/giay-to" encType="multipart/form-data" noValidate>
        {definition.documents.map((paper) => (
          <FileField
            key={paper.code}
            name={`file.${paper.code}`}
            label={`${paper.name[language]} (${(paper.required ? texts.required : texts.if_any)[language]})`}
            hint={paper.note?.[language]}
            error={errors[`file.${paper.code}`]}
            accept={accept}
            multiple
          />
        ))}
        <label className="choice">
          <input type="checkbox" name="later" value="yes" defaultChecked={typed.documents_seen === 'later'} />
          <span>{texts.later[language]}</span>
        </label>
        <button type="submit">{texts.next[language]}</button>
      </form>
    </>
  );
}

function Received({ draft, language }: Pick<PageProps, 'draft' | 'language'>) {
  return (
    <section className="sheet" aria-label={texts.documents_sent[language]}>
      <h2>{texts.documents_sent[language]}</h2>
      {draft.documents.map(({ sha256, name, kind }) => (
        <form key={`${kind}-${sha256}`} method="post" action="/yeu-cau/giay-to" className="row">
          <span>{name}</span>
          <input type="hidden" name="remove" value={`${kind}:${sha256}`} />
          <button type="submit" className="second small">
            {texts.remove[language]}
            <span className="unseen"> {name}</span>
          </button>
        </form>
      ))}
    </section>
  );
}
