import type { Language } from '#platform/text.ts';
import { boardAddress } from '../board.ts';
import { boards } from '../boards.ts';
import { scoreTexts } from '../score-texts.ts';
import { scoreAddress } from '../score-url.ts';
import { texts as t } from '../texts.ts';

export function FiguresPage({ language }: { language: Language }) {
  return (
    <div className="narrow wide">
      <h1>{t.figures[language]}</h1>
      <p>{t.figures_lead[language]}</p>
      <ul className="boards">
        {boards.map((board) => (
          <li key={board.slug} className="card">
            <h2>
              <a href={boardAddress(board)}>{board.title[language]}</a>
            </h2>
            <p>{board.lead[language]}</p>
          </li>
        ))}
        <li className="card">
          <h2>
            <a href={scoreAddress}>{scoreTexts.title[language]}</a>
          </h2>
          <p>{scoreTexts.lead[language]}</p>
        </li>
      </ul>
    </div>
  );
}
