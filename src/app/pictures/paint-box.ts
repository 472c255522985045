/** The background and the borders of an element. @param box in the picture. */
export function paintBox(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, box: DOMRect): void {
  const radius = radiusOf(style, box);
  if (!isClear(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, radius);
    context.fill();
  }
  for (const { colour, from, to } of stripes(style.backgroundImage)) {
    context.fillStyle = colour;
    context.fillRect(box.x + from * box.width, box.y, (to - from) * box.width, box.height);
  }
  paintBorders(context, style, box, radius);
}

function radiusOf({ borderTopLeftRadius }: CSSStyleDeclaration, { width, height }: DOMRect): number {
  return Math.min(Number.parseFloat(borderTopLeftRadius) || 0, width / 2, height / 2);
}

/** An outline, which lies over what is in the element. @param box in the picture. */
export function paintOutline(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, box: DOMRect): void {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = style;
  if (outlineStyle !== 'solid') return;
  const radius = radiusOf(style, box);
  const wide = Number.parseFloat(outlineWidth);
  const out = Number.parseFloat(outlineOffset) + wide / 2;
  context.strokeStyle = outlineColor;
  context.lineWidth = wide;
  context.beginPath();
  context.roundRect(box.x - out, box.y - out, box.width + 2 * out, box.height + 2 * out, Math.max(0, radius + out));
  context.stroke();
}

function paintBorders(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  { x, y, width, height }: DOMRect,
  radius: number,
): void {
  const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
    side,
    wide: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    colour: style[`border${side}Color`],
  }));
  const seen = sides.filter(({ wide, colour }) => wide > 0 && !isClear(colour));
  if (seen.length === 0) return;
  const [{ wide, colour }] = seen;
  if (seen.length === 4 && seen.every((each) => each.wide === wide && each.colour === colour)) {
    context.strokeStyle = colour;
    context.lineWidth = wide;
    context.beginPath();
    context.roundRect(x + wide / 2, y + wide / 2, width - wide, height - wide, Math.max(0, radius - wide / 2));
    context.stroke();
    return;
  }
  for (const each of seen) {
    context.fillStyle = each.colour;
    if (each.side === 'Top') context.fillRect(x, y, width, each.wide);
    if (each.side === 'Bottom') context.fillRect(x, y + height - each.wide, width, each.wide);
    if (each.side === 'Left') context.fillRect(x, y, each.wide, height);
    if (each.side === 'Right') context.fillRect(x + width - each.wide, y, each.wide, height);
  }
}

/** The stripes of a gradient from left to right with hard edges, which is how vectors are drawn; none for other images. */
export function stripes(image: string): { colour: string; from: number; to: number }[] {
  const list = /^linear-gradient\(90deg, (.*)\)$/.exec(image)?.[1];
  if (list === undefined) return [];
  // A browser may tell of "red 0% 50%" as of "red 0%, red 50%".
  const stops = [...list.matchAll(/(\w+\([^)]*\)|#\w+)((?: [\d.]+%)+)/g)].flatMap(([, colour, places]) =>
    [...places.matchAll(/[\d.]+/g)].map(([place]) => ({ colour, place: Number(place) / 100 })),
  );
  return stops.flatMap(({ colour, place: from }, i) => {
    const next = stops[i + 1];
    return next?.colour === colour && next.place > from ? [{ colour, from, to: next.place }] : [];
  });
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
}
