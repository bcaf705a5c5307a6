import { useCallback, useEffect, useState } from 'react';
import type { CalculationQuestion, ExplainedNode } from '../../../shared/engine/explain/explanation.ts';
import { loadCalculation } from '../../flows/loadCalculation.ts';

/** A number of the tree as a row: where it stands, and whether it is open. */
export interface TreeRow {
  readonly key: string;
  readonly node: ExplainedNode;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly isOpen: boolean;
  readonly parentKey: string | null;
  /** Its symbol in the equation above; null in a sum and at the root. */
  readonly symbol: string | null;
}

export interface CalculationTree {
  /** Undefined until it is computed, null where there is no such number. */
  readonly rows: readonly TreeRow[] | null | undefined;
  readonly open: (row: TreeRow) => void;
  readonly close: (row: TreeRow) => void;
}

interface Loaded {
  readonly question: CalculationQuestion;
  readonly root: ExplainedNode | null;
  readonly children: ReadonlyMap<string, readonly ExplainedNode[]>;
}

const keyOf = (path: readonly string[]): string => path.join('/');

function rowsOf(root: ExplainedNode, { children }: Loaded, opened: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (node: ExplainedNode, parent: TreeRow | null, place: number, siblings: number): void => {
    const key = keyOf(node.path);
    const below = opened.has(key) ? children.get(key) : undefined;
    const isOperand = parent !== null && parent.node.operands.length > 0;
    const row: TreeRow = {
      key,
      node,
      level: (parent?.level ?? 0) + 1,
      place,
      siblings,
      isOpen: below !== undefined,
      parentKey: parent?.key ?? null,
      symbol: isOperand ? (node.path.at(-1) ?? null) : null,
    };
    rows.push(row);
    for (const [index, child] of (below ?? []).entries()) add(child, row, index + 1, below?.length ?? 0);
  };
  add(root, null, 1, 1);
  return rows;
}

/** The levels of a calculation as far as they were opened; each is computed when it is asked for. */
export function useCalculationTree(question: CalculationQuestion | null): CalculationTree {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['']));
  useEffect(() => {
    if (!question) return undefined;
    let isWanted = true;
    void loadCalculation(question, []).then((found) => {
      if (!isWanted) return;
      setOpened(new Set(['']));
      setLoaded({
        question,
        root: found?.node ?? null,
        children: new Map([['', found?.children ?? []]]),
      });
    });
    return () => {
      isWanted = false;
    };
  }, [question]);
  const current = loaded?.question === question ? loaded : null;
  const open = useCallback(
    (row: TreeRow) => {
      setOpened((before) => new Set([...before, row.key]));
      if (!current || current.children.has(row.key)) return;
      void loadCalculation(current.question, row.node.path).then((found) => {
        setLoaded((before) =>
          // An edit or another number may have come between.
          before?.question === current.question
            ? { ...before, children: new Map([...before.children, [row.key, found?.children ?? []]]) }
            : before,
        );
      });
    },
    [current],
  );
  const close = useCallback((row: TreeRow) => {
    setOpened((before) => new Set([...before].filter((key) => key !== row.key)));
  }, []);
  const rows = current && (current.root ? rowsOf(current.root, current, opened) : null);
  return { rows: current ? rows : undefined, open, close };
}
