import { describe, expect, test } from 'vitest';
import links from './fixtures/links.json';
import { fromHash, toHash } from './permalink';

/** Links as they were once given out, one for every kind of field: whatever changes, each must open to what it opened to. */
describe('a kept link', () => {
  test.each(links.map(({ about, link, session }) => [about, link, session] as const))(
    'to %s opens',
    (_, link, session) => {
      expect(fromHash(new URL(link, 'https://example.org/').hash)).toEqual(session);
    },
  );

  test('is written as it is now by the newest of each kind', () => {
    const newest = new Map(links.map(({ link, session }) => [JSON.stringify(session), link]));
    for (const [session, link] of newest) expect(toHash(JSON.parse(session))).toBe(link);
  });

  test('there is for every field that a session may have', () => {
    const fields = new Set(links.flatMap(({ session }) => fieldsOf(session)));
    for (const field of [
      ...['kind', 'id', 'parameters', 'url', 'name', 'key', 'data', 'sample'].map((each) => `lanes.0.dataset.${each}`),
      ...['version', 'hop', 'focus', 'subStep', 'view.colour', 'view.scale', 'view.layoutSeed', 'view.size'],
      ...['filter', 'hulls', 'pins', 'morph', 'layoutIterations', 'measures'].map((each) => `view.${each}`),
    ]) {
      expect(fields).toContain(field);
    }
  });
});

/** The paths of all that is in a session. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => fieldsOf(each, path === '' ? key : `${path}.${key}`));
  return path === '' ? inner : [path, ...inner];
}
