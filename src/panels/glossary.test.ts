import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from './glossary';

const PANELS = fileURLToPath(new URL('.', import.meta.url));

/** The terms that the panels show: `<Term name="…">`, `term="…"`, a summary row's last word, a degrees row's `term`, `GLOSSARY.…`. */
function termsShown(): Set<string> {
  const files = readdirSync(PANELS, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!test)\.tsx$/.test(path),
  );
  const shown = files.flatMap((path) => {
    const text = readFileSync(join(PANELS, path), 'utf8');
    const uses = text.matchAll(/<Term[^>]*? name="(\w+)"|\bterm="(\w+)"|GLOSSARY\.(\w+)/g);
    const rows = path.endsWith('summary-details.tsx') ? text.matchAll(/, '(\w+)'\]|^ +'([a-z]\w*)',$/gm) : [];
    const degrees = path.endsWith('degrees-table.tsx') ? text.matchAll(/\bterm: '(\w+)'/g) : [];
    const computed = /<Term name=\{field\}/.test(text) ? ['encoder', 'decoder'] : [];
    return [
      ...Array.from([...uses, ...rows, ...degrees], (match) => match.slice(1).find((name) => name !== undefined) ?? ''),
      ...computed,
    ];
  });
  return new Set(shown);
}

describe('the glossary', () => {
  it.each(Object.entries(GLOSSARY))('%s is one short line, ended by a full stop', (_, line) => {
    expect(line).toMatch(/[.)]$/);
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThanOrEqual(220);
  });

  it('explains what is on screen and nothing else', () => {
    expect([...termsShown()].sort()).toEqual(Object.keys(GLOSSARY).sort());
  });
});
