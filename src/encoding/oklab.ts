/**
 * OKLab (Björn Ottosson 2020, https://bottosson.github.io/posts/oklab): a colour space in which equal distances look about
 * equally different. L 0…1 is lightness; a (green–red) and b (blue–yellow) are 0 for greys.
 */
export type Oklab = readonly [l: number, a: number, b: number];

/** sRGB bytes, 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The nearest colour of the same lightness and hue that a screen can show: chroma gives way. */
export function rgbOfOklab([l, a, b]: Oklab): Rgb {
  if (!toLinear(l, a, b)) {
    let [inside, outside] = [0, 1];
    for (let step = 0; step < 8; step++) {
      const share = (inside + outside) / 2;
      if (toLinear(l, a * share, b * share)) inside = share;
      else outside = share;
    }
    toLinear(l, a * inside, b * inside);
  }
  return [encoded(linear[0]), encoded(linear[1]), encoded(linear[2])];
}

export function oklabOfRgb(rgb: Rgb): Oklab {
  const [red, green, blue] = [decoded(rgb[0]), decoded(rgb[1]), decoded(rgb[2])];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function mixed([l, a, b]: Oklab, to: Oklab, share: number): Oklab {
  return [l + (to[0] - l) * share, a + (to[1] - a) * share, b + (to[2] - b) * share];
}

/** @param hex as in a stylesheet, `#rrggbb` */
export function rgbOfHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** WCAG 2 contrast ratio, 1…21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * decoded(red) + 0.7152 * decoded(green) + 0.0722 * decoded(blue);
}

/** Linear light of the colour last asked for: kept in place, for a hundred thousand nodes change colour at every step. */
const linear = new Float64Array(3);

/** Writes `linear`; false when a channel is outside what a screen can show by more than half a byte. */
function toLinear(lightness: number, a: number, b: number): boolean {
  const l = lightness + 0.3963377774 * a + 0.2158037573 * b;
  const m = lightness - 0.1055613458 * a - 0.0638541728 * b;
  const s = lightness - 0.0894841775 * a - 1.291485548 * b;
  const [l3, m3, s3] = [l * l * l, m * m * m, s * s * s];
  const red = 4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3;
  const green = -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3;
  const blue = -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3;
  linear[0] = red;
  linear[1] = green;
  linear[2] = blue;
  return Math.min(red, green, blue) >= -0.0001 && Math.max(red, green, blue) <= 1.0015;
}

const STEPS = 4095;
/** sRGB's transfer function by table: its power is what costs most. */
const ENCODED = Uint8Array.from({ length: STEPS + 1 }, (_, at) => {
  const linear = at / STEPS;
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
});

function encoded(linear: number): number {
  return ENCODED[Math.round(Math.min(1, Math.max(0, linear)) * STEPS)];
}

function decoded(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
