import type { ComponentPropsWithoutRef, ElementType, ReactNode } from 'react';
import type { Language, Text } from '#platform/text.ts';

/** What somebody answered, each with a way to change it. */
export function SummaryList({
  rows,
}: {
  rows: readonly { name: string; value: ReactNode; change?: { href: string; label: string } | undefined }[];
}) {
  return (
    <dl className="summary">
      {rows.map(({ name, value, change }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change && (
            <dd className="change">
              <a href={change.href}>
                {change.label}
                <span className="unseen"> {name}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export type StepItem = {
  key: string;
  name: string;
  state: 'done' | 'now' | 'later' | 'skipped';
  stateWords: string;
  more?: ReactNode;
};

/** Steps in their order; the one that runs is lit. */
export function StepList({ steps }: { steps: readonly StepItem[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.key} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>{step.name}</b> <span className="state">{step.stateWords}</span>
          {step.more && <div className="more">{step.more}</div>}
        </li>
      ))}
    </ol>
  );
}

export function Notice({ kind, children }: { kind: 'good' | 'bad' | 'soon' | 'plain'; children: ReactNode }) {
  return (
    <div className={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** What stands above the columns of a table. */
export const Heads = ({ of, language }: { of: readonly Text[]; language: Language }) =>
  of.map((head) => (
    <th key={head.en} scope="col">
      {head[language]}
    </th>
  ));

/** What is wider than a phone: it scrolls by itself, so that the page does not. */
export function Scrolls({
  name,
  className,
  children,
}: {
  name: string;
  className: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by finger must scroll by keyboard too
    <section className={className} tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}

type KeyedProps = { letter: string } & (
  | ({ as: 'button' } & ComponentPropsWithoutRef<'button'>)
  | ({ as: 'summary' } & ComponentPropsWithoutRef<'summary'>)
  | ({ as: 'textarea' } & ComponentPropsWithoutRef<'textarea'>)
);

/** What one key opens, presses or goes to: staff and agents asked to work by keyboard alone, with scripts off too. */
export function Keyed({ as, letter, ...rest }: KeyedProps) {
  const Element: ElementType = as;
  return <Element {...rest} accessKey={letter} />;
}
