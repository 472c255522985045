import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFile } from '../fixtures/read-fixture';
import { findJsonError } from './json-error';
import { parseJson } from './parse';

const parse = (text: string) => parseJson(textFile('g.json', text).bytes, 'g.json');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JSON', () => {
  it.each([
    ['{\n "a": 1,\n}', /^g\.json line 3, column 1: expected a name in double quotes, found "}"$/],
    ['{"a": NaN}', /^g\.json line 1, column 7: "NaN" is not JSON; numbers must be finite/],
    ['{"a": -Infinity}', /^g\.json line 1, column 7: "-Infinity" is not JSON/],
    ['[1, 2', /^g\.json line 1, column 6: the text ends too early; the file may be cut short$/],
    ['["abc', /column 6: the text ends inside quotes/],
    ['{} {}', /column 4: unexpected "{" after the end/],
    ["{'a': 1}", /column 2: expected a name in double quotes, found "'"/],
    ['[1 2]', /column 4: expected a comma or the closing bracket, found "2"/],
    ['["\\x"]', /column 3: "\\x" is not an escape/],
    ['', /line 1, column 1: the text ends too early/],
    ['['.repeat(200_000), /column 200001: the text ends too early/],
  ])('says where %.30j is wrong', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it('parses what is JSON, byte order mark or not', () => {
    expect(parse('\ufeff{"a": [1]}')).toEqual({ a: [1] });
  });

  it('finds an error exactly where JSON.parse does', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u12g4"',
      '"\\n"',
      '1',
      '-',
      '01',
      '1.5e3',
      'null',
      'tru',
      ' ',
      '\n',
      '"',
    );
    const edited = fc
      .tuple(fc.json(), fc.nat(40), pieces)
      .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          edited,
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(findJsonError(text) === null).toBe(isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
