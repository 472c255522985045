import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtFiles, writeBuilt } from './service-worker.mjs';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(made, 'assets'));
  for (const name of ['index.html', 'service-worker.js', 'assets/a-1.js']) {
    writeFileSync(join(made, name), `this is ${name}\n`);
  }
  return made;
}

test('all that was built is kept, by its hash where its name holds none', () => {
  expect(builtFiles(folder()).files).toEqual({
    'assets/a-1.js': null,
    'index.html': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('the version is that of the content: the same for the same, another for any other', () => {
  const [one, other] = [folder(), folder()];
  expect(builtFiles(one).version).toBe(builtFiles(other).version);
  writeFileSync(join(other, 'assets/a-1.js'), 'changed');
  expect(builtFiles(one).version).not.toBe(builtFiles(other).version);
});

test('what was written before is written over', () => {
  const made = folder();
  writeBuilt(made);
  writeBuilt(made);
  const [first, ...rest] = readFileSync(join(made, 'service-worker.js'), 'utf8').split('\n');
  expect(first).toBe(`const BUILT=${JSON.stringify(builtFiles(made))};`);
  expect(rest.join('\n')).toBe('this is service-worker.js\n');
});
