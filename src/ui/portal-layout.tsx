import type { ReactNode } from 'react';
import type { Language, Text } from '#platform/text.ts';
import { Lamp } from './lamp.tsx';

export type PortalFrame = {
  language: Language;
  /** The address of this page, to come back to in the other language. */
  path: string;
  css: string;
  script: string;
  utility: { name: Text; hotlines: readonly string[] };
};

const t = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  one_door: { vi: 'Một cửa dịch vụ điện', en: 'One door for electricity services' },
  services: { vi: 'Dịch vụ', en: 'Services' },
  follow: { vi: 'Theo dõi hồ sơ', en: 'Follow a case' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  menu: { vi: 'Mục chính', en: 'Main' },
  call: { vi: 'Gọi điện lực, ngày đêm:', en: 'Call us, day and night:' },
  check: { vi: 'Kiểm tra biên nhận', en: 'Check a receipt' },
  check_paper: { vi: 'Kiểm tra văn bản', en: 'Check a paper' },
  staff: { vi: 'Dành cho nhân viên', en: 'For staff' },
  other: { vi: 'English', en: 'Tiếng Việt' },
};

type Props = { frame: PortalFrame; title: string; children: ReactNode };

/** The frame of every page a customer sees. */
export function PortalLayout({ frame, title, children }: Props) {
  const { language, css, script } = frame;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${t.one_door[language]}`}</title>
        <link rel="stylesheet" href={css} />
        <link rel="icon" href="data:," />
        <script type="module" src={script} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t.skip[language]}
        </a>
        <Top frame={frame} />
        <main id="main">{children}</main>
        <Foot frame={frame} />
      </body>
    </html>
  );
}

function Top({ frame: { language, utility } }: { frame: PortalFrame }) {
  return (
    <header className="top">
      <div className="wide">
        <a className="name" href="/">
          <Lamp />
          <span>
            <b>{t.one_door[language]}</b>
            <small>{utility.name[language]}</small>
          </span>
        </a>
        <nav aria-label={t.menu[language]}>
          <a href="/dich-vu">{t.services[language]}</a>
          <a href="/theo-doi">{t.follow[language]}</a>
          <a href="/tro-giup">{t.help[language]}</a>
        </nav>
      </div>
    </header>
  );
}

function Foot({ frame: { language, path, utility } }: { frame: PortalFrame }) {
  const [plain = '/', query = ''] = path.split('?');
  const search = new URLSearchParams(query);
  search.set('lang', language === 'vi' ? 'en' : 'vi');
  return (
    <footer className="foot">
      <div className="wide">
        <p>
          {t.call[language]}{' '}
          {utility.hotlines.map((line) => (
            <a key={line} className="hotline" href={`tel:${line.replaceAll(' ', '')}`}>
              {line}
            </a>
          ))}
        </p>
        <p>
          <a href="/kiem-tra-bien-nhan">{t.check[language]}</a>
          <a href="/kiem-tra-van-ban">{t.check_paper[language]}</a>
          <a href={`${plain}?${search}`} lang={language === 'vi' ? 'en' : 'vi'}>
            {t.other[language]}
          </a>
          <a href="/bang">{t.staff[language]}</a>
        </p>
      </div>
    </footer>
  );
}
