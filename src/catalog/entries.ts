import { CIRCLES, FILMS, KARATE, PACKAGES } from './bundled';
import type { CatalogEntry } from './catalog';
import { GENERATED } from './generated';
import { nearest } from './nearest';
import { REMOTE } from './remote-entries';

/** Every graph on offer, in the order of the menu. What an entry needs besides its text is fetched when it is loaded. */
export const entries: CatalogEntry[] = [CIRCLES, KARATE, ...GENERATED, FILMS, PACKAGES, ...REMOTE];

/** @throws {Error} naming the nearest id and all there are. */
export function findEntry(id: string): CatalogEntry {
  const found = entries.find((entry) => entry.id === id);
  if (found) return found;
  const ids = entries.map((entry) => entry.id);
  const guess = nearest(id, ids);
  throw new Error(
    `there is no graph called "${id}"${guess ? `; did you mean "${guess}"?` : '.'} There are ${ids.join(', ')}.`,
  );
}
