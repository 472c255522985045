import { completedLanes, shortenedLanes } from './lane-differences';
import { parseSession } from './parse-session';
import type { Session } from './session';

/**
 * A session as the hash of an address, readable and hand-editable: one `path=value` for each leaf, for instance
 * `#version=1&lanes.0.dataset.id=circles&lanes.0.recipe.hops=16&hop=3`. Paths of whole numbers are list positions.
 * A value that would read as a number, true, false or null but is a text stands in quotes. A list of values is one leaf, its path
 * ending in a star: `view.measures*=dirichlet,mad`. Links of before that wrote one leaf for each of them open all the same.
 * Of lanes after the first only what is otherwise is written.
 */
export function toHash(session: Session): string {
  return written(selectionTravels(session) ? session : { ...session, selection: undefined });
}

function written(session: Session): string {
  const leaves: string[] = [];
  flatten(shortenedLanes(session), '', leaves);
  return `#${leaves.join('&')}`;
}

/** Characters that a link has at most, the graph itself apart: mail, chat and slides take so many whole. */
export const LONGEST_LINK = 2_048;

/** Whether the selection of a session travels in its link: where it would make that too long it stays behind. */
export function selectionTravels(session: Session): boolean {
  if (!session.selection) return true;
  const [{ dataset }] = session.lanes;
  const graph = dataset.kind === 'own' ? (dataset.data?.length ?? 0) : 0;
  // Each takes a character at least: of more than so many nothing has to be written.
  return session.selection.length <= LONGEST_LINK && written(session).length - graph <= LONGEST_LINK;
}

/**
 * @returns the session in the hash, or null when there is none (an empty hash).
 * @throws {Error} when the hash is not a session of ours or is from a newer version, with what to do.
 */
export function fromHash(hash: string): Session | null {
  const body = hash.replace(/^#/, '');
  if (body === '') return null;
  const leaves = body.split('&').map(readLeaf);
  if (!leaves.some(([path]) => path[0] === 'version')) {
    throw new Error(
      'the part of the address after # is not a Hopscope session (it names no version). Open the address without it, or copy the link again.',
    );
  }
  return parseSession(completedLanes(unflatten(leaves)));
}

function flatten(value: unknown, path: string, into: string[]): void {
  if (isListOfValues(value)) {
    into.push(`${path}*=${value.map((each) => escapeValue(writeScalar(each)).replaceAll(',', '%2C')).join(',')}`);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    if (entries.length === 0 && path !== '') into.push(`${path}=${Array.isArray(value) ? '[]' : '{}'}`);
    for (const [key, inner] of entries)
      flatten(inner, path === '' ? escapeKey(key) : `${path}.${escapeKey(key)}`, into);
  } else {
    into.push(`${path}=${escapeValue(writeScalar(value))}`);
  }
}

function isListOfValues(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each !== 'object' || each === null);
}

function writeScalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const plain = value !== '' && !value.startsWith('"') && typeof readScalar(value) === 'string';
  return plain ? value : JSON.stringify(value);
}

function readScalar(written: string): unknown {
  if (written === '[]') return [];
  if (written === '{}') return {};
  if (written.startsWith('"')) {
    try {
      return JSON.parse(written);
    } catch {
      throw new Error(`the link is damaged: ${written.slice(0, 40)} opens a quote that does not close. Copy it again.`);
    }
  }
  if (/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(written)) return JSON.parse(written);
  return written;
}

function readLeaf(leaf: string): [path: string[], value: unknown] {
  const equals = leaf.indexOf('=');
  try {
    const written = leaf.slice(0, equals < 0 ? undefined : equals);
    const isList = written.endsWith('*');
    const path = (isList ? written.slice(0, -1) : written).split('.').map(decodeURIComponent);
    if (equals < 0) return [path, undefined];
    const value = leaf.slice(equals + 1);
    return [path, isList ? value.split(',').map(readEscaped) : readEscaped(value)];
  } catch (error) {
    if (error instanceof URIError) {
      throw new Error(`the link is damaged at "${leaf.slice(0, 40)}": a % stands where none should. Copy it again.`);
    }
    throw error;
  }
}

function readEscaped(value: string): unknown {
  return readScalar(decodeURIComponent(value));
}

type Tree = { [key: string]: unknown };

function unflatten(leaves: [string[], unknown][]): unknown {
  const root: Tree = Object.create(null);
  for (const [path, value] of leaves) {
    let at = root;
    for (const key of path.slice(0, -1)) {
      const inner = at[key];
      const next: Tree = typeof inner === 'object' && inner !== null ? (inner as Tree) : Object.create(null);
      at[key] = next;
      at = next;
    }
    at[path[path.length - 1]] = value;
  }
  return withLists(root);
}

/** Turns objects whose keys are 0…n−1 into lists, and the rest into ordinary objects without a `__proto__` of the link's making. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, withLists(inner)]);
  if (entries.length > 0 && entries.every(([key], position) => key === String(position))) {
    return entries.map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

function escapeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('.', '%2E').replaceAll('*', '%2A');
}

/** Escapes what would end a value or break a pasted link, and leaves the rest readable. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|2C|40|20)/g, (code) =>
    code === '%20' ? code : decodeURIComponent(code),
  );
}
