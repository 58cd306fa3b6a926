import { fill, type Language } from '#platform/text.ts';
import type { Line, Overview } from '../facts.ts';
import type { ProvinceState } from '../rules/overview.ts';
import { shortName } from '../show.ts';
import { stateNames, stateSigns, texts as t } from '../texts.ts';

type Props = { facts: Overview; language: Language; hrefOf: (province: string) => string };

/** A sketch of the provinces, each leading to its page. State is told by fill, by sign and in words. */
export function ProvinceMapPicture({ facts: { map, lines }, language, hrefOf }: Props) {
  if (!map) return null;
  const lineOf = (code: string) => lines.find(({ province }) => province.code === code);
  const neighbours = map.shapes.filter(({ province }) => !lineOf(province));
  return (
    <figure className="province-map">
      <a className="skip" href="#bang-tinh">
        {t.map_skip[language]}
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture whose parts are links; SVG has no element for it */}
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="group"
        aria-labelledby="map-title"
        aria-describedby="map-desc"
      >
        <title id="map-title">{fill(t.map_title[language], { n: lines.length })}</title>
        <desc id="map-desc">{t.map_desc[language]}</desc>
        <Patterns />
        {neighbours.map(({ province, path }) => (
          <path key={province} className="map-neighbour" d={path} fill="none" />
        ))}
        {map.shapes.map(({ province, path }) => {
          const line = lineOf(province);
          return line && <Ground key={province} state={line.standing.state} path={path} />;
        })}
        {map.shapes.map(({ province, path, label }) => {
          const line = lineOf(province);
          return (
            line && <Shape key={province} {...{ line, path, label, language }} href={hrefOf(province)} />
          );
        })}
      </svg>
      <figcaption>
        <Key language={language} lines={lines} neighbours={neighbours.length > 0} />
        <p className="hint">
          {map.attribution[language]} <a href={map.attributionLink}>{map.source}</a>
        </p>
      </figcaption>
    </figure>
  );
}

/** Below all names, so that none is painted over by the province next to it. */
const Ground = ({ state, path }: { state: ProvinceState; path: string }) => (
  <g className={`map-${state}`}>
    <path d={path} className="map-ground" fill="none" stroke="currentColor" />
    {state !== 'in_force' && <path d={path} fill={`url(#map-${state})`} />}
  </g>
);

type ShapeProps = {
  line: Line;
  path: string;
  label: readonly [number, number];
  language: Language;
  href: string;
};

function Shape({ line, path, label: [x, y], language, href }: ShapeProps) {
  const { state } = line.standing;
  const mark = `${line.number} ${stateSigns[state]}`;
  const name = shortName(line.province.name, language);
  return (
    <a
      href={href}
      className={`map-province map-${state}`}
      aria-label={`${mark} ${name}: ${stateNames[state][language]}`}
    >
      <path d={path} className="map-touch" fill="none" />
      <text x={x} y={y - 8} className="map-mark">
        {mark}
      </text>{' '}
      <text x={x} y={y + 13} className="map-name">
        {name}
      </text>
    </a>
  );
}

/** Lines and dots, so that no state is told by colour alone. */
const Patterns = () => (
  <defs>
    <pattern
      id="map-drafting"
      width="9"
      height="9"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0V9" className="map-hatch" />
    </pattern>
    <pattern id="map-issued_later" width="9" height="9" patternUnits="userSpaceOnUse">
      <circle cx="4.5" cy="4.5" r="1.8" className="map-dot" />
    </pattern>
    <pattern id="map-none" width="9" height="9" patternUnits="userSpaceOnUse">
      <path d="M0 0H9" className="map-hatch" />
    </pattern>
  </defs>
);

function Key({
  lines,
  language,
  neighbours,
}: {
  lines: readonly Line[];
  language: Language;
  neighbours: boolean;
}) {
  const present = (['in_force', 'issued_later', 'drafting', 'none'] as const).filter((state) =>
    lines.some(({ standing }) => standing.state === state),
  );
  return (
    <ul className="map-key">
      {present.map((state) => (
        <li key={state} className={`map-${state}`}>
          <svg viewBox="0 0 27 18" aria-hidden="true" focusable="false">
            <rect width="27" height="18" className="map-ground" />
            {state !== 'in_force' && <rect width="27" height="18" fill={`url(#map-${state})`} />}
          </svg>
          {stateSigns[state]} {stateNames[state][language]}
        </li>
      ))}
      {neighbours && (
        <li>
          <svg viewBox="0 0 27 18" aria-hidden="true" focusable="false">
            <rect width="27" height="18" className="map-neighbour" />
          </svg>
          {t.neighbour[language]}
        </li>
      )}
    </ul>
  );
}
