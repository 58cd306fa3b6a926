import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { mostBytes } from '#platform/files/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { FileField } from '#ui/form.tsx';
import { Notice, SummaryList } from '#ui/parts.tsx';
import { texts as common, stateNames } from '../texts.ts';
import type { PaperShown, Verdict } from '../verify-paper.ts';
import { texts as t } from './texts.ts';

export type Found = Verdict | { kind: 'no_file' | 'too_big' } | { kind: 'by_address'; paper: PaperShown };

/** Anybody checks a paper: by its file, or by where the code on it leads. */
export function VerifyPage({ found, language }: { found: Found | null; language: Language }) {
  return (
    <>
      <h1>{t.check_title[language]}</h1>
      {found && <Told found={found} language={language} />}
      <p>{t.check_lead[language]}</p>
      <form method="post" action="/kiem-tra-van-ban" encType="multipart/form-data">
        <FileField name="file" label={t.file[language]} accept="application/pdf,.pdf" />
        <button type="submit">{t.check[language]}</button>
      </form>
    </>
  );
}

function Told({ found, language }: { found: Found; language: Language }) {
  const paper = 'paper' in found ? found.paper : null;
  const most = Math.floor(mostBytes / 1e6);
  return (
    <>
      <Notice kind={kindOf(found)}>
        <p>
          <b>{fill(wordsOf(found)[language], { most })}</b>
        </p>
        {paper?.state === 'void' && <p>{t.void_now[language]}</p>}
      </Notice>
      {paper && <AboutPaper paper={paper} language={language} />}
    </>
  );
}

function kindOf(found: Found): 'good' | 'bad' | 'soon' | 'plain' {
  if (found.kind === 'by_address') return 'plain';
  if (found.kind === 'issued' || found.kind === 'no_file') return 'soon';
  if (found.kind === 'signed' && found.unit) return found.paper.state === 'void' ? 'soon' : 'good';
  return 'bad';
}

function wordsOf(found: Found): Text {
  if (found.kind === 'signed') return found.unit ? t.signed_genuine : t.signature_lost;
  return t[found.kind];
}

/** Nothing of the person the paper is for: whoever holds it knows, whoever found it need not. */
function AboutPaper({ paper, language }: { paper: PaperShown; language: Language }) {
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  const key = paper.signatures.find((signature) => signature.key)?.key;
  const signed = paper.signatures.map(({ party, at: when, key: by }) => (
    <span key={party}>
      {party === 'unit'
        ? fill(t.unit_signed[language], { subject: by?.subject ?? paper.unit[language], at: at(when) })
        : fill(t.customer_signed[language], { at: at(when) })}
      <br />
    </span>
  ));
  const rows = [
    { name: t.paper[language], value: paper.name[language] },
    { name: common.number[language], value: paper.number },
    { name: t.issuer[language], value: paper.unit[language] },
    { name: common.made[language], value: at(paper.madeAt) },
    { name: common.state[language], value: stateNames[paper.state][language] },
    { name: t.signatures[language], value: signed.length > 0 ? signed : common.not_signed[language] },
    ...(key
      ? [
          {
            name: t.certificate[language],
            value: key.selfSigned
              ? t.self_signed[language]
              : fill(t.issued_by[language], { issuer: key.issuer }),
          },
        ]
      : []),
    { name: common.hash[language], value: <span className="hash">{paper.sha256}</span> },
  ];
  return <SummaryList rows={rows} />;
}
