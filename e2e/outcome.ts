import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from '@playwright/test';

/** A file as `drop` takes it. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** A folder of fixtures of the formats: "good" or "bad". */
export function fixtureFolder(name: string): string {
  return resolve(import.meta.dirname, '../src/formats/fixtures', name);
}

/** A fixture, e.g. "good/edges.csv". */
export function fixture(path: string): NamedFile {
  return fileAt(fixtureFolder(path));
}

export function fileAt(path: string): NamedFile {
  return { name: basename(path), bytes: readFileSync(path) };
}

export function textFile(name: string, text: string): NamedFile {
  return { name, bytes: Buffer.from(text) };
}

/** What came of something: the trace that followed, or the message of the error. */
export type Outcome = { hops: number; nodes: number } | { title: string; detail: string };

/**
 * Does something to the page and waits for what comes of it.
 * @param awaited `error` does not take a trace for an answer: one that fails may bring back the trace before it.
 */
export async function outcomeOf(page: Page, awaited: 'any' | 'error', act: () => Promise<unknown>): Promise<Outcome> {
  const outcome = await page.evaluateHandle(
    (either) => ({
      told: new Promise<Outcome>((resolve) => {
        const tell = (detail: unknown) => {
          for (const stop of stops) stop();
          resolve(detail as Outcome);
        };
        const stops = (either ? (['trace', 'error'] as const) : (['error'] as const)).map((event) =>
          window.hopscope.on(event, tell),
        );
      }),
    }),
    awaited === 'any',
  );
  await act();
  const told = await outcome.evaluate(({ told }) => told);
  await outcome.dispose();
  return told;
}

/** Numbers in the trace on screen (embeddings, projections, measures) that are not finite; measures may be null. */
export function notFinite(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { hopscope } = window;
    const rows = hopscope.measures();
    let count = 0;
    const look = (values: Iterable<number | null>) => {
      for (const value of values) if (value !== null && !Number.isFinite(value)) count++;
    };
    for (const [k, row] of rows.entries()) {
      look(Object.values(row));
      look((await hopscope.embedding(k)).data);
      look(hopscope.projection(k).data);
      look(hopscope.projection(k).explained);
    }
    return count;
  });
}
