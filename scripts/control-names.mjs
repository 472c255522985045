import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMED = /\b(?:data-)?control=(?:"([^"]+)"|\{`([^`]+)`\})/g;
/** Groups whose choices are named after them. */
const GROUPS = /<(?:ChoiceList|SegmentedControl)\s[^>]*?control="([^"]+)"/g;

/**
 * The names of all controls in a source text. What is put together as the page runs has a `*` there: `graph-*`.
 * @param {string} source
 * @returns {string[]}
 */
export function controlNames(source) {
  const composed = [...source.matchAll(GROUPS)].map(([, group]) => `${group}-*`);
  const named = [...source.matchAll(NAMED)].map(
    ([, literal, template]) => literal ?? template.replace(/\$\{.*?\}/g, '*'),
  );
  // A name that is all put together says nothing.
  return [...named, ...composed].filter((name) => /[a-z]{3}/.test(name));
}

/**
 * `import { CONTROL_NAMES } from 'virtual:control-names'`: every name that `?hide=` can speak of, read from the source, so
 * that no list has to be kept.
 * @returns {import('vite').Plugin}
 */
export function controlNamesModule() {
  return {
    name: 'control-names',
    resolveId: (id) => (id === 'virtual:control-names' ? id : null),
    load(id) {
      if (id !== 'virtual:control-names') return null;
      const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
        (file) => file.endsWith('.tsx') && !file.includes('.test.'),
      );
      const names = files.flatMap((file) => controlNames(readFileSync(join('src', file), 'utf8')));
      return `export const CONTROL_NAMES = ${JSON.stringify([...new Set(names)].sort())};`;
    },
  };
}
