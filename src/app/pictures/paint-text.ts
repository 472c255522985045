/** A line of a text as the browser has set it. */
interface Line {
  words: string;
  left: number;
  top: number;
  height: number;
}

/** A text where the browser has set it, line by line. @param origin of the picture in the window. */
export function paintText(
  context: CanvasRenderingContext2D,
  text: Text,
  style: CSSStyleDeclaration,
  origin: { x: number; y: number },
): void {
  if (text.data.trim() === '') return;
  context.font = fontOf(style);
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
  context.fillStyle = style.color;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const { words, left, top, height } of linesOf(text)) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(words);
    // The box of a line of text is as high as its font reaches up and down.
    const baseline = top + (height * up) / (up + down);
    context.fillText(cased(words, style.textTransform), left - origin.x, baseline - origin.y);
  }
}

export function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontStyle === 'normal' ? '' : `${fontStyle} `}${fontWeight} ${fontSize} ${fontFamily}`;
}

/** Letter by letter: the browser tells where each is, but not where it broke the lines. */
function linesOf(text: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let last: DOMRect | null = null;
  let at = 0;
  for (const letter of text.data) {
    range.setStart(text, at);
    range.setEnd(text, at + letter.length);
    at += letter.length;
    const box = range.getBoundingClientRect();
    // Space that fell away at the end of a line.
    if (box.width === 0) continue;
    const line = lines.at(-1);
    if (line && last && Math.abs(box.top - last.top) < last.height / 2) line.words += /\s/.test(letter) ? ' ' : letter;
    else lines.push({ words: letter, left: box.left, top: box.top, height: box.height });
    last = box;
  }
  return lines;
}

function cased(words: string, transform: string): string {
  return transform === 'uppercase' ? words.toUpperCase() : words;
}
