/*
 * Draws a chart's SVG on a canvas. A browser would do it by loading the SVG as an image, from an address that the content
 * security policy rightly blocks; the few shapes that charts are made of are drawn here instead.
 */

/** An attribute of a shape, or of the nearest group that has it. */
function inherited(element: Element, name: string): string | null {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? null;
}

function number(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

function pathOf(element: Element): Path2D | undefined {
  switch (element.tagName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'line':
      return new Path2D(
        `M${number(element, 'x1')} ${number(element, 'y1')}L${number(element, 'x2')} ${number(element, 'y2')}`,
      );
    case 'polyline':
      return new Path2D(`M${(element.getAttribute('points') ?? '').trim().split(' ').join('L')}`);
    case 'rect': {
      const path = new Path2D();
      path.rect(
        number(element, 'x'),
        number(element, 'y'),
        number(element, 'width'),
        number(element, 'height'),
      );
      return path;
    }
    default:
      return undefined;
  }
}

function paintPath(ctx: CanvasRenderingContext2D, element: Element, path: Path2D): void {
  const fill = inherited(element, 'fill');
  const stroke = element.getAttribute('stroke');
  if (fill !== null && fill !== 'none' && element.tagName !== 'line') {
    ctx.fillStyle = fill;
    ctx.fill(path);
  }
  if (stroke === null) return;
  ctx.strokeStyle = stroke;
  ctx.lineWidth = Number(element.getAttribute('stroke-width') ?? 1);
  const dash = element.getAttribute('stroke-dasharray') ?? '';
  ctx.setLineDash(dash === '' ? [] : dash.split(' ').map(Number));
  ctx.stroke(path);
}

const alignments: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' };

function paintText(ctx: CanvasRenderingContext2D, element: Element): void {
  const style = (name: string): string => inherited(element, name) ?? '';
  ctx.font = `${inherited(element, 'font-weight') ?? 400} ${style('font-size')}px ${style('font-family')}`;
  ctx.fillStyle = style('fill');
  ctx.textAlign = alignments[element.getAttribute('text-anchor') ?? ''] ?? 'left';
  ctx.fillText(element.textContent, number(element, 'x'), number(element, 'y'));
}

function transform(ctx: CanvasRenderingContext2D, element: Element): void {
  for (const [, name, values = ''] of (element.getAttribute('transform') ?? '').matchAll(
    /(\w+)\(([^)]*)\)/g,
  )) {
    const [x = 0, y] = values.split(/[ ,]+/).map(Number);
    if (name === 'translate') ctx.translate(x, y ?? 0);
    if (name === 'scale') ctx.scale(x, y ?? x);
  }
}

function paint(ctx: CanvasRenderingContext2D, element: Element): void {
  ctx.save();
  transform(ctx, element);
  const path = pathOf(element);
  if (path) paintPath(ctx, element, path);
  else if (element.tagName === 'text') paintText(ctx, element);
  else for (const child of element.children) paint(ctx, child);
  ctx.restore();
}

/** A canvas with the picture, `scale` canvas pixels for each of its own. */
export function paintSvg(svg: SVGSVGElement, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(number(svg, 'width') * scale);
  canvas.height = Math.round(number(svg, 'height') * scale);
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no canvas');
  ctx.scale(scale, scale);
  paint(ctx, svg);
  return canvas;
}
