import type { Language } from '#platform/text.ts';
import { actNames } from '../texts.ts';
import { consoleActs } from './console-acts.ts';
import { texts as t } from './texts.ts';

export function KeysPage({ language }: { language: Language }) {
  const keys = [
    ['j', t.key_j],
    ['k', t.key_k],
    ['/', t.key_slash],
    ['?', t.key_question],
  ] as const;
  return (
    <div className="narrow">
      <h1>{t.keys[language]}</h1>
      <p>{t.keys_help[language]}</p>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does[language]}</dd>
          </div>
        ))}
      </dl>
      <p>{t.key_access[language]}</p>
      <dl className="keys">
        {consoleActs.map(({ key, act }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{actNames[act][language]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
