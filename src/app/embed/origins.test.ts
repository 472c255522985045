import { expect, test } from 'vitest';
import { originsIn } from './origins';

const origins = (query: string) => originsIn(new URLSearchParams(query));

test('origins are named one by one, between commas or again', () => {
  expect(origins('embed=https://a.org,http://localhost:8080&embed=https://b.org').allowed).toEqual([
    'https://a.org',
    'http://localhost:8080',
    'https://b.org',
  ]);
});

test('nobody is named by an empty parameter', () => expect(origins('embed=')).toEqual({ allowed: [], refused: [] }));

test.each([
  '*',
  'null',
  'a.org',
  'https://a.org/',
  'https://a.org/page',
  'https://*.a.org/',
  'file://',
  'data:text/html;x',
])('%s is no origin', (name) =>
  expect(origins(`embed=${encodeURIComponent(name)}`)).toEqual({ allowed: [], refused: [name] }),
);
