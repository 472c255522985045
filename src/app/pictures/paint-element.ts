import { drawingOf } from '../../charts/drawing-of';
import { paintBox, paintOutline } from './paint-box';
import { paintSvg } from './paint-svg';
import { paintText } from './paint-text';
import type { Paper } from './paper';

/** What is there to be pressed, or only for those who do not see. */
const LEFT_OUT = [
  'input, select, textarea, [role="tooltip"], .visually-hidden, .run-chart-words',
  '.view-tools, .view-top, .graph-walk, .segmented, .node-search, .transport-buttons, .transport-keys, .timeline-scale',
  'button.button:not(.summary-trigger)',
].join();

/**
 * Draws a part of the page as it stands: boxes, text, charts and canvases, but nothing to be pressed. The views of the graph
 * are drawn by `scene`, which says whether it did.
 *
 * @param paper where to draw, the element's upper left corner at its origin. What the element scrolls is drawn whole.
 */
export function paintElement(paper: Paper, root: Element, scene: (element: Element, box: DOMRect) => boolean): void {
  const { context } = paper;
  const frame = root.getBoundingClientRect();
  const origin = { x: frame.left - root.scrollLeft, y: frame.top - root.scrollTop };

  function paint(element: Element): void {
    const visible = element.checkVisibility({ visibilityProperty: true });
    if (!visible || element.matches(LEFT_OUT)) return;
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    const box = new DOMRect(x - origin.x, y - origin.y, width, height);
    context.save();
    context.globalAlpha *= Number(style.opacity);
    if (element === root || !scene(element, box)) paintOrdinary(element, style, box);
    context.restore();
  }

  function paintOrdinary(element: Element, style: CSSStyleDeclaration, box: DOMRect): void {
    if (element instanceof SVGSVGElement) {
      paintSvg(paper, element, box);
      return;
    }
    if (element !== root) {
      paintBox(context, style, box);
      // The ring of what has the focus is not of the view.
      if (!element.matches(':focus')) paintOutline(context, style, box);
    }
    if (element instanceof HTMLCanvasElement) {
      paintCanvas(context, element, box);
      return;
    }
    if (element !== root && style.overflowX !== 'visible') {
      context.beginPath();
      context.rect(box.x, box.y, box.width, box.height);
      context.clip();
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) paint(child);
      else if (child instanceof Text) paintText(context, child, style, origin);
    }
  }

  paint(root);
}

/** Drawn again where it is known how; else as the pixels it has. */
function paintCanvas(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement, box: DOMRect): void {
  const draw = drawingOf(canvas);
  if (!draw) {
    context.drawImage(canvas, box.x, box.y, box.width, box.height);
    return;
  }
  context.save();
  context.translate(box.x, box.y);
  draw(context);
  context.restore();
}
