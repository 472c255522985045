import { escaped } from './escaped';
import { arcPath, roundRectPath, short } from './svg-path';

/** The part of a 2-D context that shapes, text and pictures need. What draws with it cannot tell it from a canvas. */
export interface SvgContext {
  context: CanvasRenderingContext2D;
  /** Draws SVG path data, as `<path d>` has it, with the context's fill or stroke. */
  path(data: string, how: 'fill' | 'stroke'): void;
  /** All that was drawn, as SVG elements. */
  elements(): string;
}

const START = {
  ...{ fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineJoin: 'miter', lineCap: 'butt', globalAlpha: 1 },
  ...{ font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic', letterSpacing: '0px' },
  // Shadows are taken and left out: they are no shapes.
  ...{ shadowColor: 'transparent', shadowBlur: 0, shadowOffsetX: 0, shadowOffsetY: 0 },
};

/** What `save` keeps. */
interface Place {
  style: typeof START;
  dash: number[];
  /** Pixels of the picture to a unit, and where the origin is. Nothing here is rotated. */
  scale: number;
  x: number;
  y: number;
  /** Id of the clip path, or null. */
  clip: string | null;
}

/** A 2-D context that writes SVG. @param ruler a real context, which knows how wide a text is. */
export function createSvgContext(width: number, height: number, ruler: CanvasRenderingContext2D): SvgContext {
  const written: string[] = [];
  const stack: Place[] = [];
  let place: Place = { style: { ...START }, dash: [], scale: 1, x: 0, y: 0, clip: null };
  let path = '';
  let clips = 0;
  /** Attributes of the group that is open: shapes drawn alike share one. */
  let open: string | null = null;

  const across = (x: number) => place.x + x * place.scale;
  const down = (y: number) => place.y + y * place.scale;
  const at = (x: number, y: number) => `${short(across(x))} ${short(down(y))}`;

  function put(element: string, attributes: string): void {
    const clip = place.clip === null ? '' : ` clip-path="url(#${place.clip})"`;
    const alpha = place.style.globalAlpha === 1 ? '' : ` opacity="${short(place.style.globalAlpha)}"`;
    const group = `${attributes}${clip}${alpha}`;
    if (group !== open) {
      closeGroup();
      written.push(`<g ${group}>`);
      open = group;
    }
    written.push(element);
  }

  function closeGroup(): void {
    if (open !== null) written.push('</g>');
    open = null;
  }

  const filled = () => `fill="${escaped(place.style.fillStyle)}"`;
  const stroked = (scale = place.scale) => {
    const { strokeStyle, lineWidth, lineJoin, lineCap } = place.style;
    const lengths = place.dash.map((each) => short(each * scale)).join(' ');
    const dash = lengths === '' ? '' : ` stroke-dasharray="${lengths}"`;
    const wide = short(lineWidth * scale);
    return `fill="none" stroke="${escaped(strokeStyle)}" stroke-width="${wide}" stroke-linejoin="${lineJoin}" stroke-linecap="${lineCap}"${dash}`;
  };
  const drawPath = (data: string, attributes: string) => data !== '' && put(`<path d="${data}"/>`, attributes);

  function drawText(words: string, x: number, y: number, attributes: string): void {
    const { font, textAlign, textBaseline, letterSpacing } = place.style;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: below } = measured(words);
    const baseline = textBaseline === 'middle' ? (up - below) / 2 : textBaseline === 'top' ? up : 0;
    const anchor = { center: ' text-anchor="middle"', right: ' text-anchor="end"', end: ' text-anchor="end"' }[
      textAlign
    ];
    const spacing = letterSpacing === '0px' ? '' : ` letter-spacing="${letterSpacing}"`;
    // As wide as here, whatever font the reader has.
    const wide = widthOf(words) * place.scale;
    const fit = wide > 0 ? ` textLength="${short(wide)}" lengthAdjust="spacingAndGlyphs"` : '';
    const shape = `x="${short(across(x))}" y="${short(down(y + baseline))}"${anchor ?? ''}${spacing}${fit}`;
    put(`<text ${shape} xml:space="preserve">${escaped(words)}</text>`, `style="font:${escaped(font)}" ${attributes}`);
  }

  function widthOf(words: string): number {
    return measured(words).width + [...words].length * Number.parseFloat(place.style.letterSpacing);
  }

  function measured(words: string): TextMetrics {
    ruler.font = place.style.font;
    return ruler.measureText(words);
  }

  const own = {
    canvas: { width, height },
    getTransform: () => ({ a: place.scale, b: 0, c: 0, d: place.scale, e: place.x, f: place.y }),
    save: () => void stack.push({ ...place, style: { ...place.style } }),
    restore() {
      place = stack.pop() ?? place;
    },
    translate(x: number, y: number) {
      place = { ...place, x: across(x), y: down(y) };
    },
    scale(factor: number) {
      place = { ...place, scale: place.scale * factor };
    },
    setLineDash(dash: number[]) {
      place = { ...place, dash };
    },
    beginPath() {
      path = '';
    },
    moveTo(x: number, y: number) {
      path += `M${at(x, y)}`;
    },
    lineTo(x: number, y: number) {
      path += `${path === '' ? 'M' : 'L'}${at(x, y)}`;
    },
    quadraticCurveTo(cx: number, cy: number, x: number, y: number) {
      path += `Q${at(cx, cy)} ${at(x, y)}`;
    },
    bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number) {
      path += `C${at(ax, ay)} ${at(bx, by)} ${at(x, y)}`;
    },
    closePath() {
      path += 'Z';
    },
    arc(x: number, y: number, radius: number, from: number, to: number, back = false) {
      path += arcPath(path === '', across(x), down(y), radius * place.scale, from, to, back);
    },
    rect: (x: number, y: number, w: number, h: number) => own.roundRect(x, y, w, h),
    roundRect(x: number, y: number, w: number, h: number, radius: number | number[] = 0) {
      const corner = (Array.isArray(radius) ? (radius[0] ?? 0) : radius) * place.scale;
      path += roundRectPath(across(x), down(y), w * place.scale, h * place.scale, corner);
    },
    fill: () => drawPath(path, filled()),
    stroke: () => drawPath(path, stroked()),
    fillRect(x: number, y: number, w: number, h: number) {
      drawPath(roundRectPath(across(x), down(y), w * place.scale, h * place.scale, 0), filled());
    },
    clip() {
      closeGroup();
      const within = place.clip === null ? '' : ` clip-path="url(#${place.clip})"`;
      const id = `clip${++clips}`;
      written.push(`<clipPath id="${id}"${within}><path d="${path}"/></clipPath>`);
      place = { ...place, clip: id };
    },
    measureText: measured,
    fillText: (words: string, x: number, y: number) => drawText(words, x, y, filled()),
    strokeText: (words: string, x: number, y: number) => drawText(words, x, y, stroked()),
    drawImage(image: HTMLCanvasElement, x: number, y: number, w: number, h: number) {
      const size = `width="${short(w * place.scale)}" height="${short(h * place.scale)}"`;
      put(`<image x="${short(across(x))}" y="${short(down(y))}" ${size} href="${image.toDataURL()}"/>`, '');
    },
  };
  for (const name of Object.keys(START)) {
    Object.defineProperty(own, name, {
      get: () => Reflect.get(place.style, name),
      set: (value: unknown) => Reflect.set(place.style, name, value),
    });
  }
  return {
    context: own as unknown as CanvasRenderingContext2D,
    path(data, how) {
      const move = `transform="matrix(${short(place.scale)} 0 0 ${short(place.scale)} ${short(place.x)} ${short(place.y)})"`;
      // What moves the path scales its stroke as well.
      put(`<path d="${escaped(data)}" ${move}/>`, how === 'fill' ? filled() : stroked(1));
    },
    elements() {
      closeGroup();
      return written.join('\n');
    },
  };
}
