import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { Language } from '../../shared/format/number.ts';
import { ChartMarks, chartHeight } from '../briefing/ChartSvg.tsx';
import { chartWidth, grey, ink } from '../briefing/chartParts.ts';

/*
 * A chart as a page of its own: title, sub-line with unit, marks, note and source on white. Every look is an attribute,
 * because a picture leaves without a style sheet.
 */

const margin = 16;
const family = "Plex, 'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const paper = '#ffffff';

/** Where the name at the end of a line begins, and what a letter of it takes at most [px]. */
const namesFrom = 537;
const letterWidth = 6;

interface Lines {
  readonly size: number;
  readonly step: number;
  readonly texts: readonly string[];
}

/** Words in lines of at most so many letters: SVG breaks no lines itself. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function linesOf(text: string, size: number, width: number): Lines {
  return { size, step: size * 1.35, texts: wrapped(text, Math.floor(width / (size * 0.54))) };
}

function TextLines({
  lines,
  top,
  fill,
  weight,
}: {
  readonly lines: Lines;
  readonly top: number;
  readonly fill: string;
  readonly weight: number;
}): ReactElement {
  return (
    <>
      {lines.texts.map((line, index) => (
        <text
          key={line}
          x={margin}
          y={top + lines.size + index * lines.step}
          fontSize={lines.size}
          fontWeight={weight}
          fill={fill}
        >
          {line}
        </text>
      ))}
    </>
  );
}

const heightOf = ({ texts, step }: Lines): number => texts.length * step;

export function ChartPicture({
  spec,
  language,
  source,
}: {
  readonly spec: ChartSpec;
  readonly language: Language;
  readonly source: string;
}): ReactElement {
  const names = spec.series.filter(({ shape }) => shape === 'line').map(({ name }) => name.length);
  const inner = Math.max(chartWidth, namesFrom + Math.max(0, ...names) * letterWidth);
  const title = linesOf(spec.title, 14, inner);
  const sub = linesOf(spec.subtitle, 10.5, inner);
  const note = linesOf(spec.note, 9, inner);
  const origin = linesOf(source, 9, inner);
  const subTop = margin + heightOf(title) + 2;
  const chartTop = subTop + heightOf(sub) + 10;
  const noteTop = chartTop + chartHeight(spec) + 10;
  const originTop = noteTop + heightOf(note) + (note.texts.length > 0 ? 4 : 0);
  const [width, height] = [inner + 2 * margin, Math.ceil(originTop + heightOf(origin) + margin)];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      lang={language}
      fontFamily={family}
      fontSize={9.6}
      fill={grey}
    >
      <title>{spec.title}</title>
      <desc>{spec.sentence}</desc>
      <rect x={0} y={0} width={width} height={height} fill={paper} />
      <TextLines lines={title} top={margin} fill={ink} weight={600} />
      <TextLines lines={sub} top={subTop} fill={grey} weight={400} />
      <g transform={`translate(${margin} ${chartTop})`}>
        <ChartMarks spec={spec} language={language} />
      </g>
      <TextLines lines={note} top={noteTop} fill={grey} weight={400} />
      <TextLines lines={origin} top={originTop} fill={grey} weight={400} />
    </svg>
  );
}
