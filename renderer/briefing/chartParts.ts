import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { Language } from '../../shared/format/number.ts';
import type { Palette } from './palette.ts';

/* What the drawings of all kinds of charts share. */

export interface MarksProps {
  readonly spec: ChartSpec;
  readonly language: Language;
}

/** Of a drawing of areas, which screen and paper share. */
export interface AreaProps {
  readonly spec: ChartSpec;
  readonly language: Language;
  readonly palette: Palette;
  readonly width: number;
  /** The point that the keyboard stands on. */
  readonly focus?: { readonly index: number; readonly series: number } | undefined;
}

export const chartWidth = 640;
export const ink = '#14201d';
export const grey = '#5f6c68';

/** Names and labels: a class for the page, attributes for a picture without style sheet. */
export const strong = { className: 'tb', fontWeight: 600, fill: ink };

/** What a text of a chart takes at most [px]; its face is 9.6 px. */
export function textWidth(text: string): number {
  return text.length * 5.2;
}

export function numberText(value: number, language: Language): string {
  const locale = language === 'de' ? 'de-DE' : 'en-US';
  return value.toLocaleString(locale, { maximumFractionDigits: 2 }).replace('-', '\u2212');
}

export const known = (values: readonly (number | null)[]): number[] =>
  values.filter((value) => value !== null);
