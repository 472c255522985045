import { type Rgb, rgbOfHex } from './oklab';

export type Theme = 'light' | 'dark';

/** What nodes are drawn on: the stylesheet's `--paper`. Palettes are chosen, and tested, to stand out from it. */
export const PAPER: Record<Theme, Rgb> = { light: rgbOfHex('#f7f6f2'), dark: rgbOfHex('#161412') };

/** Nodes that an encoding says nothing about: no label, no focus, never reached. */
export const NEUTRAL: Record<Theme, Rgb> = { light: rgbOfHex('#8f8a82'), dark: rgbOfHex('#857c70') };
