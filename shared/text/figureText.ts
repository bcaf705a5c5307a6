import { formatMillions, formatNumber, formatPlain, type Language } from '../format/number.ts';

interface Quantity {
  readonly value: number | null;
  readonly unit: string;
}

/** Amounts of the size of a company are read in millions; a price is not. */
function isMillions({ value, unit }: Quantity): boolean {
  return unit === 'USD' && (value === null || value === 0 || Math.abs(value) >= 100_000);
}

/** The number of a figure as shown, without its unit; empty where there is none. */
export function figureNumber(figure: Quantity, language: Language): string {
  if (figure.value === null) return '';
  if (isMillions(figure))
    return formatMillions(
      figure.value,
      language,
      Math.abs(figure.value) < 100e6 && figure.value !== 0 ? 1 : 0,
    );
  if (figure.unit === 'USD/share') return formatNumber(figure.value, language, 2);
  return formatPlain(figure.value, language);
}

/** The unit that belongs to the number as shown. */
export function figureUnit(figure: Quantity, language: Language): string {
  const de = language === 'de';
  if (isMillions(figure)) return de ? 'Mio.\u00a0$' : '$m';
  if (figure.unit === 'USD') return '$';
  if (figure.unit === 'USD/share') return de ? '$ je Aktie' : '$/share';
  if (figure.unit === 'USD/MWh') return '$/MWh';
  if (figure.unit === 'shares') return de ? 'Aktien' : 'shares';
  return figure.unit === '1' ? '' : figure.unit;
}

/** A figure with its unit in one text: "$471m", "471 Mio. $", "44.4 EH/s". */
export function figureWithUnit(figure: Quantity, language: Language): string {
  const [number, unit] = [figureNumber(figure, language), figureUnit(figure, language)];
  if (language === 'en' && isMillions(figure))
    return `${number.startsWith('\u2212') ? '\u2212' : ''}$${number.replace('\u2212', '')}m`;
  return `${number}\u00a0${unit}`.trim();
}
