/** The looks of a drawing that has areas and text on them: fixed on paper, tokens on screen. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  readonly surface: string;
  readonly solid: string;
  readonly pale: string;
  /** Three blues, the weakest first, and the text on each. */
  readonly blues: readonly (readonly [fill: string, text: string])[];
  readonly hatch: string;
  readonly hatchText: string;
  readonly focus: string;
  /** Text in px: the same at any width of a screen. */
  readonly textSize: number;
}

export const paperPalette: Palette = {
  ink: '#14201d',
  soft: '#5f6c68',
  grid: '#e4e9e7',
  surface: '#ffffff',
  solid: '#2b6cbf',
  pale: '#c9dcf3',
  blues: [
    ['#e6effa', '#14201d'],
    ['#8db5e6', '#14201d'],
    ['#2b6cbf', '#ffffff'],
  ],
  hatch: '#bd7714',
  hatchText: '#14201d',
  focus: '#0b6257',
  textSize: 9.6,
};

export const screenPalette: Palette = {
  ink: 'var(--ink)',
  soft: 'var(--ink-2)',
  grid: 'var(--grid)',
  surface: 'var(--surface)',
  solid: 'var(--ai-fill)',
  pale: 'var(--band-1)',
  blues: [
    ['var(--ai-wash)', 'var(--ink)'],
    ['var(--ai-3)', 'var(--ink)'],
    ['var(--ai-fill)', 'var(--on-ai)'],
  ],
  hatch: 'var(--mining-fill)',
  hatchText: 'var(--ink)',
  focus: 'var(--accent)',
  textSize: 11,
};

/** A text in a colour of the palette; on paper the briefing's style sheet has the last word on it. */
export function textLook(fill: string, weight: 400 | 600 = 400) {
  return { fill, fontWeight: weight, className: weight === 600 ? 'tb' : undefined };
}

/** Cut to so many px at a size of text, with an ellipsis. */
export function fitted(text: string, width: number, size: number): string {
  const letters = Math.floor(width / (size * 0.54));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** What a text takes at most [px]. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.54;
}
