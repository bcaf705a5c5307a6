import type { ReactElement } from 'react';
import type { BriefingBlock, BriefingCell, BriefingContent } from '../../shared/briefing/briefingContent.ts';
import { ChartSvg } from './ChartSvg.tsx';
import { SourceSign, StrategyMark } from './Marks.tsx';

type Language = BriefingContent['language'];

const signWords = {
  de: { assumption: 'Annahme', own: 'eigener Wert', stale: 'veraltet' },
  en: { assumption: 'assumption', own: 'own value', stale: 'out of date' },
} as const;

/** Text in which the signs ◇ and ◆ are drawn. */
function Text({ text, language }: { readonly text: string; readonly language: Language }): ReactElement {
  const parts = text.split(/([◇◆✕])/);
  return (
    <>
      {parts.map((part, index) => {
        // The parts of one text never change their order.
        const key = `${index}`;
        if (part === '◇')
          return <SourceSign key={key} sign="assumption" label={signWords[language].assumption} />;
        if (part === '◆') return <SourceSign key={key} sign="own" label={signWords[language].own} />;
        if (part === '✕')
          return (
            <span key={key} className="text-mark">
              <StrategyMark mark="sellSite" />
            </span>
          );
        return <span key={key}>{part}</span>;
      })}
    </>
  );
}

function Cell({
  cell,
  language,
}: {
  readonly cell: BriefingCell;
  readonly language: Language;
}): ReactElement {
  const className =
    cell.state === 'negative'
      ? 'neg'
      : cell.state === 'missing'
        ? 'miss'
        : cell.state === 'notApplicable'
          ? 'na'
          : undefined;
  return (
    <>
      {cell.mark ? <StrategyMark mark={cell.mark} /> : null}
      <span className={className}>
        <Text text={cell.text} language={language} />
      </span>
      {cell.sign ? <SourceSign sign={cell.sign} label={signWords[language][cell.sign]} /> : null}
    </>
  );
}

/** A short table moves to the next page with its caption rather than leaving it behind. */
const longestWhole = 14;

function Table({
  block,
  language,
}: {
  readonly block: Extract<BriefingBlock, { type: 'table' }>;
  readonly language: Language;
}): ReactElement {
  return (
    <div className={block.rows.length <= longestWhole ? 'figure whole' : 'figure'}>
      <table>
        <caption>
          {block.caption}{' '}
          <span>
            <Text text={block.captionUnit} language={language} />
          </span>
        </caption>
        <thead>
          <tr>
            {block.columns.map(({ head, unit, numeric }) => (
              <th key={head} scope="col" className={numeric ? 'n' : undefined}>
                {head}
                {unit === '' ? null : (
                  <small>
                    <Text text={unit} language={language} />
                  </small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            // Rows of a frozen table keep their order.
            <tr key={`${index}`} className={row.best ? 'best' : undefined}>
              {row.cells.map((cell, column) => {
                const className = [
                  block.columns[column]?.numeric ? 'n' : '',
                  block.columns[column]?.wide ? 'wide' : '',
                ]
                  .join(' ')
                  .trim();
                return column === 0 ? (
                  <th key={`${column}`} scope="row" className={className}>
                    <Cell cell={cell} language={language} />
                  </th>
                ) : (
                  <td key={`${column}`} className={className}>
                    <Cell cell={cell} language={language} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {block.note === '' ? null : (
        <p className="src">
          <Text text={block.note} language={language} />
        </p>
      )}
    </div>
  );
}

function Chart({
  block,
  language,
}: {
  readonly block: Extract<BriefingBlock, { type: 'chart' }>;
  readonly language: Language;
}): ReactElement {
  const { spec } = block;
  return (
    <div className="figure whole">
      <p className="caption">
        {spec.title} <span>{spec.subtitle}</span>
      </p>
      <ChartSvg spec={spec} language={language} />
      {spec.note === '' ? null : <p className="src">{spec.note}</p>}
    </div>
  );
}

function Block({
  block,
  language,
}: {
  readonly block: BriefingBlock;
  readonly language: Language;
}): ReactElement {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Text text={block.text} language={language} />
        </p>
      );
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Text text={item} language={language} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table block={block} language={language} />;
    case 'chart':
      return <Chart block={block} language={language} />;
    case 'columns':
      return (
        <div className="two">
          {block.columns.map((column, index) => (
            <div key={`${index}`}>
              {column.map((inner, place) => (
                <Block key={`${place}`} block={inner} language={language} />
              ))}
            </div>
          ))}
        </div>
      );
  }
}

/** The briefing as it is printed and previewed: nothing is computed here, every string comes from the content. */
export function BriefingDocument({ content }: { readonly content: BriefingContent }): ReactElement {
  const { language } = content;
  return (
    <article className="briefing" lang={language}>
      <header>
        {content.footer.draft === null ? null : <p className="draft">{content.footer.draft}</p>}
        <p className="sec">{content.kicker}</p>
        <h1>{content.title}</h1>
        <dl className="meta">
          {content.header.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="lede">
          <Text text={content.lead} language={language} />
        </p>
        <dl className="five">
          {content.five.map(({ label, value, unit, basis }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <b>{value}</b> <small>{unit}</small>
                <span>{basis}</span>
              </dd>
            </div>
          ))}
        </dl>
      </header>
      {content.sections.map((section) => (
        <section key={section.id} className={section.newPage ? 'new-page' : undefined}>
          <h2>{section.heading}</h2>
          {section.blocks.map((block, index) => (
            <Block key={`${index}`} block={block} language={language} />
          ))}
        </section>
      ))}
    </article>
  );
}
