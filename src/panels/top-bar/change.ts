import type { Recipe } from '../../recipe/recipe';

/** Changes some of the recipe and computes it. */
export type RecipeChange = (change: Partial<Recipe>) => void;
