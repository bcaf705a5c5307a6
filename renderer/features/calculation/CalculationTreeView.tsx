import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { TotalledFact } from '../../../shared/engine/explain/calculation.ts';
import type { ExplainedNode } from '../../../shared/engine/explain/explanation.ts';
import { formatDate, type Language } from '../../../shared/format/number.ts';
import {
  calculationName,
  calculationText,
  calculationValue,
  coverageOfSum,
  noteText,
  sumText,
} from '../../../shared/text/calculationText.ts';
import { formulaInNumbers, formulaInSymbols } from '../../../shared/text/formulaText.ts';
import { changedInputText, scenarioOriginWords } from '../../../shared/text/scenario/changedInputText.ts';
import { sourceName } from '../../../shared/text/sourceText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useApp } from '../../store/appStore.ts';
import { isStaleInput } from '../../../shared/staleness/staleness.ts';
import { useClock } from '../../ui/useClock.ts';
import { ClockSign, OriginSign } from '../../ui/FigureButton.tsx';
import { factDrawer, inputDrawer } from '../../ui/inputFigure.ts';
import { useText } from '../../ui/useText.ts';
import type { CalculationTree, TreeRow } from './useCalculationTree.ts';

/** The equation, and with its numbers put in; of a sum how many parts it has. */
function equationOf(node: ExplainedNode, language: Language): readonly string[] {
  const sum = sumText(node, language);
  const coverage = coverageOfSum(node, language);
  if (sum !== undefined) return [[sum, coverage].filter((part) => part !== undefined).join(' · ')];
  // What is one other number as it stands is read from that number below.
  const isOther = node.operands.length === 1 && node.formula === node.operands[0]?.symbol;
  if (node.formula === null || node.operands.length === 0 || isOther)
    return coverage === undefined ? [] : [coverage];
  return [
    formulaInSymbols(node.formula),
    `${formulaInNumbers(node.formula, node.operands, language)} = ${calculationValue(node, language)}`,
    ...(coverage === undefined ? [] : [coverage]),
  ];
}

function originWord(origin: TotalledFact['origin']): 'fact' | 'own' | 'preset' | 'derived' {
  // What a total adds up is the portfolio's own: no scenario moves it.
  return origin === 'convention' || origin === 'scenario' ? 'fact' : origin;
}

/** Where a number comes from that no equation gives. */
function useOriginWords({ origin }: ExplainedNode): readonly string[] {
  const { language, text } = useText();
  const t = calculationText[language];
  switch (origin?.kind) {
    case 'input': {
      const { asOf } = origin.input;
      // Some assumptions name themselves as their source, which says nothing more.
      const source = origin.input.source === 'assumption' ? null : sourceName(origin.input.source, language);
      const { scenario } = origin.input;
      if (scenario) return [changedInputText(origin.input, scenario, language)];
      const kinds = { fact: text.fact, own: text.own, preset: text.preset, derived: text.derived };
      const { origin: from } = origin.input;
      const kind = from === 'missing' || from === 'scenario' ? text.missing : kinds[from];
      return [kind, asOf === null ? '' : formatDate(asOf, language), source ?? ''].filter(
        (word) => word !== '',
      );
    }
    case 'contract': {
      const { signedDate, source } = origin.contract;
      return [t.contract, signedDate === null ? '' : formatDate(signedDate, language), source ?? ''].filter(
        (word) => word !== '',
      );
    }
    case 'fleet': {
      const { asOf, source } = origin.fleet;
      return [t.fleet, asOf === null ? '' : formatDate(asOf, language), source ?? ''].filter(
        (word) => word !== '',
      );
    }
    case 'fact': {
      const { asOf, source } = origin.fact;
      return [
        text[originWord(origin.fact.origin)],
        asOf === null ? '' : formatDate(asOf, language),
        source ?? '',
      ].filter((word) => word !== '');
    }
    case 'tried':
      return [t.tried];
    case 'plan':
      return [t.plan];
    case 'scenario':
      return scenarioOriginWords(origin, language);
    case 'calendar':
      return [t.calendar];
    case 'rule':
      return [t.rule];
    default:
      return [];
  }
}

function OriginMark({ node }: { readonly node: ExplainedNode }): ReactElement | null {
  const clock = useClock();
  if (node.origin?.kind !== 'input') return null;
  const { input } = node.origin;
  return (
    <span className="sm">
      <OriginSign origin={input.origin} />
      {isStaleInput(input, clock) ? <ClockSign /> : null}
    </span>
  );
}

function Row({
  row,
  isCurrent,
  onChoose,
}: {
  readonly row: TreeRow;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const { language } = useText();
  const { node, symbol } = row;
  const name = calculationName(node, language);
  const value = calculationValue(node, language);
  const equation = equationOf(node, language);
  const origin = useOriginWords(node);
  const note = node.note === undefined ? [] : [noteText(node.note, language)];
  const shownSymbol = symbol === null ? [] : [formulaInSymbols(symbol)];
  return (
    <div
      role="treeitem"
      data-key={row.key}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      {...(node.childCount > 0 && { 'aria-expanded': row.isOpen })}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      className={`calc-row level-${Math.min(row.level, 9)}`}
      onClick={onChoose}
    >
      <span className="calc-head">
        <span className="calc-twig" aria-hidden="true">
          {node.childCount === 0 ? '' : row.isOpen ? '▾' : '▸'}
        </span>
        {shownSymbol.map((text) => (
          <i key={text} className="calc-symbol">
            {text}
          </i>
        ))}
        <span className="calc-name">{name}</span>
        <span className={node.value < 0 ? 'calc-value neg' : 'calc-value'}>
          {value}
          <OriginMark node={node} />
        </span>
        <span className="calc-rule">{node.rule}</span>
      </span>
      {[...equation, origin.join(' · '), ...note]
        .filter((line) => line !== '')
        .map((line) => (
          <span key={line} className="calc-line">
            {line}
          </span>
        ))}
    </div>
  );
}

/** The row that a key leads to from a row. */
function rowByKey(rows: readonly TreeRow[], from: number, key: string): TreeRow | undefined {
  const row = rows[from];
  switch (key) {
    case 'ArrowDown':
      return rows[from + 1];
    case 'ArrowUp':
      return rows[from - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return row?.isOpen ? rows[from + 1] : undefined;
    case 'ArrowLeft':
      return row?.isOpen ? undefined : rows.find((candidate) => candidate.key === row?.parentKey);
    default:
      return undefined;
  }
}

/** A calculation as a tree (ARIA tree pattern): arrows open, close and move; Enter tells where an input comes from. */
export function CalculationTreeView({
  tree,
  rows,
  title,
}: {
  readonly tree: CalculationTree;
  readonly rows: readonly TreeRow[];
  readonly title: string;
}): ReactElement {
  const { language } = useText();
  const set = useApp((state) => state.set);
  const body = useRef<HTMLDivElement>(null);
  const [currentKey, setCurrentKey] = useState('');
  const current = Math.max(
    0,
    rows.findIndex(({ key }) => key === currentKey),
  );
  const focus = (row: TreeRow) => {
    setCurrentKey(row.key);
    const items = [...(body.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
    items.find((item) => item.dataset['key'] === row.key)?.focus();
  };
  // The heading says what is shown; the tree is where the work is.
  useEffect(() => body.current?.querySelector<HTMLElement>('[role="treeitem"]')?.focus(), []);
  const tellOrigin = ({ node }: TreeRow) => {
    const { origin } = node;
    if (origin?.kind === 'input') set({ drawer: inputDrawer(origin.input, language) });
    if (origin?.kind === 'fact')
      set({ drawer: factDrawer(calculationName(node, language), origin.fact, language) });
  };
  const toggle = (row: TreeRow) => {
    if (row.isOpen) tree.close(row);
    else tree.open(row);
  };
  const hasOrigin = ({ node }: TreeRow) => node.origin?.kind === 'input' || node.origin?.kind === 'fact';
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row) return;
    const target = rowByKey(rows, current, event.key);
    if (target) focus(target);
    else if (event.key === 'ArrowRight' && row.node.childCount > 0 && !row.isOpen) tree.open(row);
    else if (event.key === 'ArrowLeft' && row.isOpen) tree.close(row);
    // By keyboard arrows open an input that follows from others, and Enter tells where it comes from.
    else if (event.key === 'Enter' || event.key === ' ') (hasOrigin(row) ? tellOrigin : toggle)(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="tree"
      ref={body}
      className="calc-tree"
      aria-label={fill(calculationText[language].tree, { name: title })}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          isCurrent={index === current}
          onChoose={() => {
            setCurrentKey(row.key);
            (row.node.childCount > 0 ? toggle : tellOrigin)(row);
          }}
        />
      ))}
    </div>
  );
}
