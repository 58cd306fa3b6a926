import type { Language } from '#platform/text.ts';
import type { QueueFacts } from './queue-facts.ts';
import { type QueueUrl, queueHref, type Tab } from './queue-url.ts';
import { texts as t } from './texts.ts';

/** At a desk: all that was filed there, what waits for a supplement, and what there is to hand over. */
function DeskTabs({ url, language }: { url: QueueUrl; language: Language }) {
  const chosen = url['trang-thai']?.length === 1 ? url['trang-thai'][0] : undefined;
  const tabs = [
    { name: t.filed_here, states: undefined, current: !url['trang-thai']?.length },
    { name: t.desk_waiting, states: ['waiting' as const], current: chosen === 'waiting' },
    { name: t.desk_finished, states: ['finished' as const], current: chosen === 'finished' },
  ];
  return (
    <nav aria-label={t.queue[language]}>
      <ul className="tabs">
        {tabs.map(({ name, states, current }) => (
          <li key={name.en}>
            <a
              className="tab"
              href={queueHref(url, { xem: 'tatca', 'trang-thai': states })}
              aria-current={current ? 'page' : undefined}
            >
              {name[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Mine, my unit's, my company's. A tab that would show nothing more says why. */
export function QueueTabs({ facts: { url, home }, language }: { facts: QueueFacts; language: Language }) {
  if (home === 'desk') return <DeskTabs url={url} language={language} />;
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
