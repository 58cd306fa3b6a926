import type { Language } from '#platform/text.ts';
import { Select, TextField } from '#ui/form.tsx';
import { groupings } from '../rules/figures.ts';
import type { FigureUrl } from './figure-url.ts';
import { figureTexts as t } from './texts.ts';

export function FigureFilter({ url, language }: { url: FigureUrl; language: Language }) {
  const choices = groupings.map((value) => ({ value, label: t[value][language] }));
  return (
    <form method="get" action="/bang/goi/so-lieu" className="filter-fields">
      <TextField name="tu" type="date" label={t.from[language]} value={url.query.from} width="short" />
      <TextField name="den" type="date" label={t.to[language]} value={url.query.to} width="short" />
      <Select name="theo" label={t.by[language]} value={url.by} choices={choices} empty={t.day[language]} />
      <p className="filter-buttons">
        <button type="submit">{t.show[language]}</button>
      </p>
    </form>
  );
}
