import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { Language } from '../../shared/format/number.ts';
import { ChartPicture } from './ChartPicture.tsx';
import { paintSvg } from './paintSvg.ts';

export interface PictureOf {
  readonly spec: ChartSpec;
  readonly language: Language;
  readonly source: string;
}

/** Canvas pixels per pixel of the drawing, so that a slide can enlarge it. */
const pngScale = 2;

/** The drawing as an element that belongs to no page: the theme on screen has no part in it. */
function drawn(picture: PictureOf): SVGSVGElement {
  const holder = document.createElement('div');
  const root = createRoot(holder);
  flushSync(() => root.render(<ChartPicture {...picture} />));
  const svg = holder.querySelector('svg')?.cloneNode(true);
  root.unmount();
  if (!(svg instanceof SVGSVGElement)) throw new Error('no drawing');
  return svg;
}

export function svgText(picture: PictureOf): string {
  const svg = drawn(picture);
  for (const element of svg.querySelectorAll('[class]')) element.removeAttribute('class');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

export function pngBlob(picture: PictureOf): Promise<Blob> {
  const canvas = paintSvg(drawn(picture), pngScale);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
