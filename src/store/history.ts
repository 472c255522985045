import { sameJson } from './same-json';
import type { Session } from './session';
import { useStore } from './store';

/** Undo and redo go over all that a session holds, and hold sessions (a few hundred bytes each), never graphs. */

/** Sessions that undo goes back through. */
export const LONGEST = 200;

let past: Session[] = [];
let future: Session[] = [];
let lastKind = '';

/**
 * Remembers where the person was before a change. Changes of the same `kind` in a row count as one where it is coalesced, so
 * that undo after stepping through ten hops goes back to where the stepping began.
 * @returns what forgets the change again, should it come to nothing.
 */
export function remember(before: Session, kind: string): () => void {
  const history = { past, future, lastKind };
  const continues = kind === lastKind && COALESCED.has(kind);
  if (!continues && !sameJson(past.at(-1), before)) past = [...past, before].slice(-LONGEST);
  future = [];
  lastKind = kind;
  publish();
  return () => {
    ({ past, future, lastKind } = history);
    publish();
  };
}

const COALESCED = new Set(['hop', 'epoch', 'morph', 'filter', 'nudge', 'tab', 'selection']);

/** @returns the session to go back to, or null; `now` becomes what redo returns. */
export function takeBack(now: Session): Session | null {
  return move(now, 'back');
}

export function takeForward(now: Session): Session | null {
  return move(now, 'forward');
}

function move(now: Session, direction: 'back' | 'forward'): Session | null {
  const [from, to] = direction === 'back' ? [[...past], [...future]] : [[...future], [...past]];
  let target = from.pop();
  // A step of undo that changes nothing would read as one that failed.
  while (target && sameJson(target, now)) target = from.pop();
  if (target) to.push(now);
  [past, future] = direction === 'back' ? [from, to] : [to, from];
  lastKind = '';
  publish();
  return target ?? null;
}

/** Changes every session that can be gone back or forward to: what one speaks of may be there no longer. */
export function amendHistory(change: (session: Session) => Session): void {
  past = past.map(change);
  future = future.map(change);
}

export function forgetHistory(): void {
  past = [];
  future = [];
  lastKind = '';
  publish();
}

function publish(): void {
  useStore.setState({ canUndo: past.length > 0, canRedo: future.length > 0 });
}
