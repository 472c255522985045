/** The page's colours as the canvases need them: four bytes for the programs, text for the 2-D context. */
export interface SceneTheme {
  paper: Colour;
  ink: Colour;
  muted: Colour;
  line: Colour;
  ember: Colour;
  /** Background of a card that floats above the paper. */
  raised: Colour;
  /** Font family of the page. */
  font: string;
  /** Edges of the graph and trails of the embedding: warm grey, seen through. */
  edge: Colour;
  trail: Colour;
}

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export function css([red, green, blue, alpha]: Colour): string {
  return `rgb(${red} ${green} ${blue} / ${alpha / 255})`;
}

/** The same colour, seen through: `share` 0…1 of its own opacity. */
export function faint([red, green, blue, alpha]: Colour, share: number): Colour {
  return [red, green, blue, Math.round(alpha * share)];
}

/** Reads the stylesheet's variables as they are now. */
export function readTheme(): SceneTheme {
  const style = getComputedStyle(document.documentElement);
  const parse = colourParser();
  const colour = (name: string, fallback: string) => parse(style.getPropertyValue(name).trim() || fallback);
  const muted = colour('--muted', '#676259');
  const strong = colour('--line-strong', '#8d867a');
  return {
    paper: colour('--paper', '#f7f6f2'),
    ink: colour('--ink', '#1d1b20'),
    muted,
    line: colour('--line', '#e2ddd2'),
    ember: colour('--ember', '#d9480f'),
    raised: colour('--raised', '#ffffff'),
    font: style.getPropertyValue('--font').trim() || 'system-ui, sans-serif',
    edge: faint(strong, 0.42),
    trail: faint(strong, 0.36),
  };
}

/** Any CSS colour to bytes: the browser paints one pixel with it and reads it back. */
function colourParser(): (value: string) => Colour {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2-D canvas, which the views are drawn on');
  return (value) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha];
  };
}
