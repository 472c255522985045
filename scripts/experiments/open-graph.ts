import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEntry } from '../../src/catalog/entries';
import type { Browser } from '../../src/catalog/remote';
import { REMOTE_FILES } from '../../src/catalog/remote-file';
import { remoteGraph } from '../../src/catalog/remote-graph';
import type { Place } from '../../src/gnn/experiments/specification';
import type { Graph } from '../../src/graph/graph';

/** A graph of the catalogue. */
export interface CatalogueGraph {
  id: string;
  parameters: Place;
}

/**
 * As the page opens it, so that a graph is the same there and here. A file that the page would fetch is looked for in
 * `folders` first, as in the mirror beside a page, and fetched where none has it.
 */
export async function openGraph({ id, parameters }: CatalogueGraph, folders: readonly string[]): Promise<Graph> {
  const entry = findEntry(id);
  const file = REMOTE_FILES.find((each) => each.id === id);
  if (!file) return entry.load({ parameters });
  try {
    return await remoteGraph(file, entry.title, {}, withMirror(folders));
  } catch (cause) {
    throw new Error(
      `${entry.title} cannot be had: set HOPSCOPE_DATASETS to a folder with npz/${file.name}, or get it with ` +
        `"npm run datasets". ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}

/** Where the files of the catalogue may lie: in a folder of datasets, in the mirror of the page. */
export function foldersOf(root: string, datasets: string | undefined): string[] {
  const given = datasets ? ['npz', 'heterophilous'].map((kind) => join(datasets, kind)) : [];
  return [...given, join(root, 'public', 'mirror')];
}

function withMirror(folders: readonly string[]): Browser {
  return {
    caches: undefined,
    async fetch(url, init) {
      if (!url.startsWith('./mirror/')) return fetch(url, init);
      const path = folders.map((folder) => join(folder, url.slice('./mirror/'.length))).find(existsSync);
      return path ? new Response(readFileSync(path)) : new Response(null, { status: 404 });
    },
  };
}
