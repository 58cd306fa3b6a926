import type { Refused } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { Notice } from './parts.tsx';
import { type PortalFrame, PortalLayout } from './portal-layout.tsx';

const t = {
  title: { vi: 'Chưa làm được', en: 'That did not work' },
  home: { vi: 'Về trang chủ', en: 'To the start page' },
};

/** Why something was refused, and where to go on. */
export function refusalPage(frame: PortalFrame, { reason, facts }: Refused) {
  const { language } = frame;
  return (
    <PortalLayout frame={frame} title={t.title[language]}>
      <h1>{t.title[language]}</h1>
      <Notice kind="bad">
        <p>{fill(reason[language], facts)}</p>
      </Notice>
      <p>
        <a href="/">{t.home[language]}</a>
      </p>
    </PortalLayout>
  );
}
