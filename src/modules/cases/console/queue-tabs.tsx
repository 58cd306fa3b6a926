import type { Language } from '#platform/text.ts';
import type { QueueFacts } from './queue-facts.ts';
import { queueHref, type Tab } from './queue-url.ts';
import { texts as t } from './texts.ts';

/** Mine, my unit's, my company's. A tab that would show nothing more says why. */
export function QueueTabs({ facts: { url, home }, language }: { facts: QueueFacts; language: Language }) {
  const names = {
    toi: t.mine,
    donvi: t.unit,
    tatca: home === 'company' ? t.company : home === 'unit' ? t.company : t.corporation,
  };
  const tab = (which: Tab) => (
    <li key={which}>
      {which === 'tatca' && home === 'unit' ? (
        <span className="tab off" title={t.only_own_unit[language]}>
          {names[which][language]} <span className="hint">{t.only_own_unit[language]}</span>
        </span>
      ) : (
        <a
          className="tab"
          href={queueHref(url, { xem: which, nguoi: undefined })}
          aria-current={url.xem === which ? 'page' : undefined}
        >
          {names[which][language]}
        </a>
      )}
    </li>
  );
  return (
    <nav aria-label={t.queue[language]}>
      <ul className="tabs">{(['toi', 'donvi', 'tatca'] as const).map(tab)}</ul>
    </nav>
  );
}
