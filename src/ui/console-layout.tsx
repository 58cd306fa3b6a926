import type { ReactNode } from 'react';
import type { Language, Text } from '#platform/text.ts';
import { Lamp } from './lamp.tsx';

export type ConsolePerson = { name: string; role: Text; unit: Text };
/** `rings`: who has this link may be called, and their pages listen for it. `seldom`: not needed every day, and found under “more”. */
export type ConsoleLink = { href: string; name: Text; rings?: true; seldom?: boolean };

type Props = {
  title: string;
  language: Language;
  /** Addresses of what browsers fetch. */
  css: string[];
  script: string;
  person: ConsolePerson | null;
  links: ConsoleLink[];
  /** The address of this page, to mark its link and to come back to in the other language. */
  path: string;
  /** Where the name at the top leads, and what it says. */
  home: { href: string; name: Text };
  children: ReactNode;
};

const t = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  sign_out: { vi: 'Đăng xuất', en: 'Sign out' },
  security: { vi: 'Bảo mật', en: 'Security' },
  keys: { vi: 'Phím tắt', en: 'Keyboard' },
  more: { vi: 'Thêm', en: 'More' },
  menu: { vi: 'Mục chính', en: 'Main' },
  other: { vi: 'English', en: 'Tiếng Việt' },
};

/** The frame of every page of the console. */
export function ConsoleLayout({ title, language, css, script, person, links, path, home, children }: Props) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        <meta name="turbo-cache-control" content="no-cache" />
        <link rel="icon" href="data:," />
        <title>{`${title} · Motcua`}</title>
        {css.map((href) => (
          <link key={href} rel="stylesheet" href={href} data-turbo-track="reload" />
        ))}
        <script type="module" src={script} data-turbo-track="reload" />
      </head>
      <body className="console">
        <a className="skip" href="#main">
          {t.skip[language]}
        </a>
        <header className="console-top">
          <a className="console-name" href={home.href}>
            <Lamp /> Motcua <span>{home.name[language]}</span>
          </a>
          {person && <Links links={links} path={path} language={language} />}
          <Person person={person} path={path} language={language} />
        </header>
        <main id="main">{children}</main>
        <footer className="console-foot">
          <a href={inOtherLanguage(path, language)} lang={language === 'vi' ? 'en' : 'vi'}>
            {t.other[language]}
          </a>
          {person && home.href === '/bang' && <a href="/bang/phim-tat">{t.keys[language]}</a>}
        </footer>
      </body>
    </html>
  );
}

type Part = Pick<Props, 'path' | 'language'>;

function Links({ links, path, language }: Part & Pick<Props, 'links'>) {
  const isHere = ({ href }: ConsoleLink) => path.split('?')[0] === href;
  const seldom = links.filter((link) => link.seldom);
  const here = seldom.find(isHere);
  const item = (link: ConsoleLink) => (
    <li key={link.href}>
      <a href={link.href} aria-current={isHere(link) ? 'page' : undefined} data-rings={link.rings}>
        {link.name[language]}
      </a>
    </li>
  );
  return (
    <nav aria-label={t.menu[language]}>
      <ul>
        {links.filter((link) => !link.seldom).map(item)}
        {seldom.length > 0 && (
          <li>
            <details className="console-more">
              <summary className={here && 'here'}>
                {t.more[language]}
                {here && `: ${here.name[language]}`}
              </summary>
              <ul>{seldom.map(item)}</ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Person({ person, language }: Part & Pick<Props, 'person'>) {
  if (!person) return null;
  return (
    <div className="console-person">
      <p>
        <b>{person.name}</b>{' '}
        <span>
          {person.role[language]}, {person.unit[language]}
        </span>
      </p>
      <a href="/bang/bao-mat">{t.security[language]}</a>
      <form method="post" action="/bang/dang-xuat">
        <button type="submit" className="quiet">
          {t.sign_out[language]}
        </button>
      </form>
    </div>
  );
}

function inOtherLanguage(path: string, language: Language): string {
  const [plain = '/', query = ''] = path.split('?');
  const search = new URLSearchParams(query);
  search.set('lang', language === 'vi' ? 'en' : 'vi');
  return `${plain}?${search}`;
}
