import type { Recipe } from '../recipe/recipe';

/**
 * A session is the whole of what a person sees, as small plain JSON: the address carries it, undo restores it,
 * `hopscope.session()` returns it.
 */
export interface Session {
  version: 1;
  /** From version 1 on a session may hold several lanes; today it holds one. */
  lanes: [Lane];
  hop: number;
  /** Node id in focus, or null. */
  focus: string | null;
  view: ViewSettings;
}

export interface Lane {
  dataset: DatasetRef;
  recipe: Recipe;
}

export type DatasetRef =
  /** A catalogue entry with its parameters (sliders, seed). */
  | { kind: 'catalogue'; id: string; parameters?: Record<string, number> }
  /** A graph fetched from an address. */
  | { kind: 'url'; url: string }
  /** A graph of the visitor's own; `data` carries it when it is small enough for a link. */
  | { kind: 'own'; name: string; data?: string };

export interface ViewSettings {
  colour: ColourEncoding;
  scale: 'true' | 'zoomed';
  /** Seed of the layout's start positions. */
  layoutSeed: number;
}

export type ColourEncoding = 'embedding' | 'class' | 'reach' | 'degree';
