import { sameJson } from './same-json';
import type { Session } from './session';

/**
 * In a link, a lane after the first says only what it has otherwise than the first: a field of its recipe, or its dataset. A field
 * that it lacks is null. So four lanes are hardly longer than one.
 */

type Fields = Record<string, unknown>;

/** The session with its lanes after the first as differences to that. */
export function shortenedLanes({ lanes: [first, ...others], ...rest }: Session): unknown {
  const { version, ...after } = rest;
  return {
    version,
    lanes: [
      first,
      ...others.map(({ dataset, recipe }) => ({
        ...(!sameJson(dataset, first.dataset) && { dataset }),
        ...(!sameJson(recipe, first.recipe) && { recipe: difference({ ...recipe }, { ...first.recipe }) }),
      })),
    ],
    ...after,
  };
}

/** What `shortenedLanes` made, made whole; what is no such thing is left for whoever checks it. */
export function completedLanes(session: unknown): unknown {
  if (!isFields(session) || !Array.isArray(session.lanes)) return session;
  const [first, ...others] = session.lanes as unknown[];
  if (!isFields(first)) return session;
  const completed = others.map((lane) => {
    if (!isFields(lane)) return lane;
    const { dataset = first.dataset, recipe = {} } = lane;
    return { dataset, recipe: isFields(recipe) ? withDifference(first.recipe, recipe) : recipe };
  });
  return { ...session, lanes: [first, ...completed] };
}

function difference(fields: Fields, from: Fields): Fields {
  const changed = Object.entries(fields).filter(([name, value]) => !sameJson(value, from[name]));
  const lacking = Object.keys(from).filter((name) => from[name] !== undefined && fields[name] === undefined);
  return { ...Object.fromEntries(changed), ...Object.fromEntries(lacking.map((name) => [name, null])) };
}

function withDifference(from: unknown, changed: Fields): Fields {
  const all = { ...(isFields(from) ? from : {}), ...changed };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
