import type { ChannelDefinition } from '#modules/catalogue/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { showDay } from '../rules/show.ts';
import { texts as t } from '../texts.ts';
import type { PageProps } from './props.ts';

/** What "online" means, channel by channel, since when and by whose word. */
export function Definition({ facts: { channels, names }, language }: PageProps) {
  if (channels.length === 0) return null;
  const sources = [...new Set(channels.map(({ source }) => source))];
  return (
    <>
      <h3>{t.definition[language]}</h3>
      <p>{t.definition_lead[language]}</p>
      <table className="rows definition-table">
        <thead>
          <tr>
            <th scope="col">{t.channel[language]}</th>
            <th scope="col">{t.counts_as[language]}</th>
            <th scope="col">{t.holds_from[language]}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel.code + channel.validFrom}>
              <th scope="row">{names.of('channel', channel.code, language)}</th>
              <td>
                {standing(channel)[language]}
                {channel.note && <span className="hint">{channel.note[language]}</span>}
              </td>
              <td>{period(channel, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.map((source) => (
        <p className="hint" key={source}>
          {fill(t.source[language], { source })}
        </p>
      ))}
    </>
  );
}

function standing({ online, uncertain }: ChannelDefinition): Text {
  if (uncertain) return online ? t.unclear_yes : t.unclear_no;
  return online ? t.online : t.not_online;
}

function period({ validFrom, validTo }: ChannelDefinition, language: Language): string {
  const from = showDay(validFrom);
  return validTo ? fill(t.holds_to[language], { from, to: showDay(validTo) }) : from;
}

/** The same in a sentence, beside the figures. */
export function DefinitionInShort({ facts: { channels, names }, language }: PageProps) {
  if (channels.length === 0) return null;
  const those = (fits: (channel: ChannelDefinition) => boolean) =>
    [...new Set(channels.filter(fits).map(({ code }) => names.of('channel', code, language)))].join(', ') ||
    '–';
  const words = {
    online: those(({ online, uncertain }) => online && !uncertain),
    offline: those(({ online, uncertain }) => !online && !uncertain),
    unclear: those(({ uncertain }) => uncertain === true),
  };
  return (
    <p>
      {fill(t.definition_short[language], words)} <a href="#how">{t.definition_link[language]}</a>
    </p>
  );
}
