import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  checkArrows,
  checkCycles,
  checkFolders,
  checkForbidden,
  checkLibraries,
  checkPageIsLight,
} from '../scripts/house/check';
import { readSource, type SourceFile } from '../scripts/house/source-file';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const allFiles = ['src', 'e2e', 'scripts', 'public', 'datasets'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/')),
);
const sources = allFiles
  .filter((path) => /\.tsx?$/.test(path) && /^(src|e2e|scripts)\//.test(path))
  .map((path) => readSource(path, readFileSync(join(ROOT, path), 'utf8')));

/** Files that are not there, for checking that the checks can fail. */
const files = (texts: Record<string, string>): SourceFile[] =>
  Object.entries(texts).map(([path, text]) => readSource(path, text));

describe('the house', () => {
  it('is read whole', () => {
    expect(sources.map((file) => file.path)).toContain('src/graph/graph.ts');
    expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it('imports one way, from room to room', () => expect(checkArrows(sources)).toEqual([]));
  it('keeps each library in its room', () => expect(checkLibraries(sources)).toEqual([]));
  it('loads no tensor library on the page', () => expect(checkPageIsLight(sources)).toEqual([]));
  it('has no import cycle', () => expect(checkCycles(sources)).toEqual([]));
  it('has nothing that is forbidden', () => expect(checkForbidden(sources)).toEqual([]));
  it('has no folder whose name says nothing', () => expect(checkFolders(allFiles)).toEqual([]));
});

describe('the checks find', () => {
  it('an arrow against the table, by import, re-export, dynamic import, type and worker', () => {
    const offender = [
      "import { a } from '../store/store';",
      "export * from '../app/shell';",
      "const b = () => import('../scene/scene');",
      "type C = import('../engine/protocol').Trace;",
      "new Worker(new URL('../layout/worker.ts', import.meta.url));",
      "import type { Graph } from './graph';",
    ].join('\n');
    const complaints = checkArrows(files({ 'src/graph/bad.ts': offender }));
    expect(complaints.map((complaint) => complaint.split(' ')[0]).sort()).toEqual(
      [1, 2, 3, 4, 5].map((line) => `src/graph/bad.ts:${line}`),
    );
    expect(complaints.join()).toContain('graph/ may not import store/');
  });

  it('a folder that is no room', () => {
    expect(checkArrows(files({ 'src/shed/tool.ts': '' }))).toEqual([expect.stringContaining('src/shed/tool.ts:1')]);
  });

  it('the page going round the engine’s door', () => {
    const complaints = checkArrows(
      files({
        'src/engine/protocol.ts': '',
        'src/engine/worker.ts': '',
        'src/gnn/layers/gcn.ts': '',
        'src/store/good.ts': "import type { Trace } from '../engine/protocol';",
        'src/store/bad.ts': "import { x } from '../engine/worker';\nimport { gcn } from '../gnn/layers/gcn';",
      }),
    );
    expect(complaints).toEqual([
      expect.stringContaining('src/store/bad.ts:1'),
      expect.stringContaining('src/store/bad.ts:2'),
    ]);
  });

  it('what runs leaning on what is made for tests, which tests and suites may', () => {
    const support = { 'src/gnn/testing/patterns.ts': "import '../models/run';", 'src/gnn/models/run.ts': '' };
    const tests = {
      'src/graph/a.test.ts': "import '../gnn/testing/patterns';",
      'src/graph/a.suite.ts': "import './a.test';",
    };
    expect(checkArrows(files({ ...support, ...tests }))).toEqual([]);
    expect(checkArrows(files({ ...support, 'src/engine/b.ts': "import '../gnn/testing/patterns';" }))).toEqual([
      expect.stringContaining('src/engine/b.ts:1'),
    ]);
  });

  it('a library outside its room', () => {
    const complaints = checkLibraries(
      files({
        'src/panels/a.tsx': "import Sigma from 'sigma';",
        'src/store/b.ts': "import('@tensorflow/tfjs-core');",
        'src/gnn/layers/c.ts': "import { useState } from 'react';\nimport * as tf from '@tensorflow/tfjs-core';",
        'src/scene/d.ts': "import Sigma from 'sigma';\nimport { createNodeBorder } from 'sigma/rendering';",
      }),
    );
    expect(complaints).toEqual([
      expect.stringContaining('src/panels/a.tsx:1'),
      expect.stringContaining('src/store/b.ts:1'),
      expect.stringContaining('src/gnn/layers/c.ts:1'),
    ]);
  });

  it('a tensor library that the page reaches through a door, but not one behind a worker', () => {
    const heavy = { 'src/gnn/kernels/spmm.ts': "import '@tensorflow/tfjs-core';" };
    const clean = { 'src/engine/client.ts': "new Worker(new URL('../gnn/kernels/spmm.ts', import.meta.url));" };
    const bad = { 'src/engine/client.ts': "import '../gnn/kernels/spmm';" };
    expect(checkPageIsLight(files({ ...heavy, ...clean }))).toEqual([]);
    expect(checkPageIsLight(files({ ...heavy, ...bad }))).toEqual([expect.stringContaining('src/engine/client.ts:1')]);
  });

  it('a cycle, even of types, even through a third file', () => {
    const complaints = checkCycles(
      files({
        'src/graph/a.ts': "import type { B } from './b';",
        'src/graph/b.ts': "\nexport { c } from './c';",
        'src/graph/c.ts': "import './a';",
        'src/graph/d.ts': "import './a';",
      }),
    );
    expect(complaints.map((complaint) => complaint.split(' ')[0])).toEqual([
      'src/graph/a.ts:1',
      'src/graph/b.ts:2',
      'src/graph/c.ts:1',
    ]);
  });

  it('what is forbidden, and not the same words in strings and comments', () => {
    const complaints = checkForbidden(
      files({
        'src/gnn/layers/a.ts':
          'const a = 1 as any;\nconst b: Record<string, any> = {};\nMath.random();\ndocument.title;',
        'src/gnn/layers/b.ts': "// Math.random and any\nconst a = 'Math.random() as any';",
        'src/store/c.ts': '// @ts-ignore\nMath.random();',
        'src/store/d.test.ts': 'it.only("x", () => {});\ndescribe.skip("y", () => {});',
        'e2e/e.spec.ts': 'await page.waitForTimeout(5);\nawait window.page["waitForTimeout"](5);',
      }),
    );
    expect(complaints.map((complaint) => complaint.split(' ')[0]).sort()).toEqual([
      'e2e/e.spec.ts:1',
      'e2e/e.spec.ts:2',
      'src/gnn/layers/a.ts:1',
      'src/gnn/layers/a.ts:2',
      'src/gnn/layers/a.ts:3',
      'src/gnn/layers/a.ts:4',
      'src/store/c.ts:1',
      'src/store/d.test.ts:1',
      'src/store/d.test.ts:2',
    ]);
  });

  it('a folder whose name says nothing', () => {
    expect(checkFolders(['src/graph/utils/a.ts', 'src/graph/graph.ts', 'lib/x.ts'])).toHaveLength(2);
  });
});
