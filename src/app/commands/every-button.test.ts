import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { COMMANDS } from './commands';

vi.mock('../../scene/handles', () => ({ sceneHandle: () => ({}) }));

/** Buttons that are no command of their own, by why. Patterns, as the source has them: `*` is put in as the page runs. */
const NO_COMMANDS: Record<string, readonly string[]> = {
  'leaves what is open, as Escape does': [
    '*-close',
    '*-cancel',
    'palette-close',
    'training-inspect',
    'derive-cancel',
    'leave-presenting',
  ],
  'is one of a list, which the arrows and the palette’s “Focus on …” go through': [
    ...['message-sender', 'influence-node', 'tree-node', 'tree-rest', 'ring', 'ring-node', 'node-row'],
    ...['more-edges', 'more-influence', 'more-nodes', 'more-ring-nodes', 'nodes-by-*', '*-*'],
  ],
  'acts on the row or the field that it stands in': [
    ...['*-copy', 'edge-end', 'remove-edge', 'message-remove', 'feature-set', 'filter-remove', 'filter-clear'],
    ...['filter-select', 'read-pasted', 'rewiring-redraw', 'sample-take', 'lane-remove-*', 'notice-action'],
    ...['train-defaults', 'train-group-add', 'train-group-remove', 'epoch-best', 'open-weights', 'derive-again'],
    ...['lab-open', 'lab-rank-*', 'lab-forget', 'lab-specification-use'],
  ],
  'is a command under the name of what it makes': ['export-*-*', 'copy-*', 'save-session', 'save-weights'],
  'is a command for all of its kind, or under another name': [
    ...['menu-*', 'graph-*', 'lasso-*', 'fit-*', 'lane-add', 'train-cancel', 'notice-dismiss', 'edits-show'],
  ],
  'is there only where the page has failed': ['reload'],
};

const BUTTON = /<(?:IconButton|Button|button)\b(?:(?!\/>|<)[\s\S])*?(?:data-)?control=(?:"([^"]+)"|\{`([^`]+)`\})/g;

function buttons(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.'),
  );
  return files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(BUTTON)].map(
      ([, literal, template]) => literal ?? template.replace(/\$\{.*?\}/g, '*'),
    ),
  );
}

/** Names are small letters and hyphens. */
const matches = (pattern: string, name: string) => new RegExp(`^${pattern.replaceAll('*', '.+')}$`).test(name);

test('every button is a command as well, or says why not', () => {
  const named = COMMANDS.flatMap(({ controls }) => controls ?? []);
  const explained = Object.values(NO_COMMANDS).flat();
  const all = [...new Set(buttons())];
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((name) => !explained.includes(name) && !named.some((control) => matches(name, control)))).toEqual(
    [],
  );
  expect(
    explained.filter((name) => !all.includes(name)),
    'explained, and not there',
  ).toEqual([]);
});
