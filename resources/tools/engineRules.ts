/*
 * Rule numbers of the engine: where they are defined (MODEL.md) and where they are cited.
 */

const ruleNumber = /\bR[1-5]\.\d+[a-z]?\b/g;

/**
 * The rules of R1 to R5 that the model defines, in its order. A definition is set in bold, "**R5.8**"; a bold letter
 * inside it, "**a**", defines the part R5.8a.
 */
export function rulesIn(model: string): string[] {
  const rules = new Set<string>();
  for (const line of model.split('\n')) {
    let rule: string | undefined;
    for (const [, bold = ''] of line.matchAll(/\*\*([^*]+)\*\*/g)) {
      if (/^[a-z]$/.test(bold) && rule) rules.add(rule + bold);
      if (!/^R\d/.test(bold)) continue;
      for (const [number] of bold.matchAll(ruleNumber)) {
        rule = number;
        rules.add(number);
      }
    }
  }
  return [...rules];
}

/** The comments of a TypeScript source; a rule number in the code itself (a label, a text) is no citation. */
export function commentsIn(source: string): string {
  return (source.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? []).join('\n');
}

/** Rule numbers in a text; of a range such as "R4.13 – R4.19" only the two that are written. */
export function rulesCitedIn(text: string): Set<string> {
  return new Set(text.match(ruleNumber));
}
