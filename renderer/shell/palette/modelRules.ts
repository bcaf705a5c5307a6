import model from '../../../shared/engine/MODEL.md?raw';

/** A rule of the model by its number, with every place where MODEL.md states a part of it. */
export interface ModelRule {
  readonly rule: string;
  readonly texts: readonly string[];
}

const shape = /^\s*- \*\*(R\d+\.\d+[a-z]?)\*\*:?\s*(.+)$/;

let known: readonly ModelRule[] | undefined;

/** The rules in the order of MODEL.md; read once, when somebody searches. */
export function modelRules(): readonly ModelRule[] {
  if (known) return known;
  const texts = new Map<string, string[]>();
  for (const line of model.split('\n')) {
    const [, rule, text] = shape.exec(line) ?? [];
    if (rule !== undefined && text !== undefined) texts.set(rule, [...(texts.get(rule) ?? []), text]);
  }
  known = [...texts].map(([rule, parts]) => ({ rule, texts: parts }));
  return known;
}
