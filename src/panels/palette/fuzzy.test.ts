import { expect, test } from 'vitest';
import { match } from './fuzzy';

const order = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: match(query, text)?.score ?? null }))
    .filter((each): each is { text: string; score: number } => each.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

test('the beginning of a word counts more than the inside of one, and that more than letters here and there', () => {
  expect(order('cla', ['Conv layer attention', 'Declare', 'Colour by class'])).toEqual([
    'Colour by class',
    'Declare',
    'Conv layer attention',
  ]);
});

test('a whole word counts more than the beginning of a longer one', () => {
  expect(order('gat', ['Layer: GATv2', 'Layer: GAT'])).toEqual(['Layer: GAT', 'Layer: GATv2']);
});

test('every word must be found, in any order', () => {
  expect(match('class colour', 'Colour by class')).not.toBeNull();
  expect(match('class size', 'Colour by class')).toBeNull();
});

test('says which letters were found', () => {
  expect(match('by', 'Colour by class')?.at).toEqual([7, 8]);
  expect(match('nxh', 'Next hop')?.at).toEqual([0, 2, 5]);
});

test('letters all over a text are no match', () => {
  expect(match('ofl', 'Open a file…')).not.toBeNull();
  expect(match('oyd', 'Open a very long and winding road')).toBeNull();
});

test('further words are found too, behind the text itself', () => {
  const inText = match('theme', 'Another theme');
  const further = match('theme', 'Light or dark', 'theme night');
  expect(further?.at).toEqual([]);
  expect(inText?.score).toBeGreaterThan(further?.score ?? Infinity);
});

test('an empty query answers with everything', () => {
  expect(match('  ', 'Next hop')).not.toBeNull();
});
