import { fontOf } from './paint-text';
import type { Paper } from './paper';

/** A chart or an icon of the page: its lines, paths, circles, rectangles and words. @param box in the picture. */
export function paintSvg(paper: Paper, svg: SVGSVGElement, box: DOMRect): void {
  const { context } = paper;
  const { width } = svg.viewBox.baseVal;
  context.save();
  context.translate(box.x, box.y);
  if (width > 0) context.scale(box.width / width, box.width / width);
  for (const shape of svg.querySelectorAll('path, line, circle, rect, text')) {
    if (shape instanceof SVGTextElement) paintWords(context, shape);
    else if (shape instanceof SVGGeometryElement) paintShape(paper, shape);
  }
  context.restore();
}

function paintShape(paper: Paper, shape: SVGGeometryElement): void {
  const { context } = paper;
  const style = getComputedStyle(shape);
  const data = dataOf(shape);
  context.save();
  context.globalAlpha *= Number(style.opacity);
  if (style.fill !== 'none') {
    context.fillStyle = style.fill;
    paper.path(data, 'fill');
  }
  if (style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
    context.lineCap = style.strokeLinecap as CanvasLineCap;
    context.setLineDash(
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat),
    );
    paper.path(data, 'stroke');
  }
  context.restore();
}

function dataOf(shape: SVGGeometryElement): string {
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  if (shape instanceof SVGLineElement) return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (shape instanceof SVGCircleElement) {
    const [x, y, r] = [number('cx'), number('cy'), number('r')];
    return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
  }
  if (shape instanceof SVGRectElement) {
    return `M${number('x')} ${number('y')}h${number('width')}v${number('height')}h${-number('width')}Z`;
  }
  return shape.getAttribute('d') ?? '';
}

function paintWords(context: CanvasRenderingContext2D, text: SVGTextElement): void {
  const style = getComputedStyle(text);
  const anchors = { middle: 'center', end: 'right' } as const;
  context.font = fontOf(style);
  context.fillStyle = style.fill;
  context.textAlign = anchors[style.textAnchor as keyof typeof anchors] ?? 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text.textContent ?? '', Number(text.getAttribute('x')), Number(text.getAttribute('y')));
}
