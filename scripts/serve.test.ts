import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFor, serve } from './serve.mjs';

const BASE = '/some/sub/path/';
let parent: string;
let directory: string;
let server: { url: string; close: () => Promise<void> };
const asked: string[] = [];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'hopscope-serve-'));
  directory = join(parent, 'dist');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<!doctype html>');
  writeFileSync(join(directory, 'assets', 'a b.wasm'), 'wasm');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  server = await serve({ directory, base: BASE, onFile: (file) => asked.push(file) });
});

afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

describe('serve', () => {
  it('answers the sub-path with the index page and its right type', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>');
    expect(asked).toContain(join(directory, 'index.html'));
  });

  it('gives WebAssembly the type that streaming compilation wants, whatever query follows', async () => {
    const response = await fetch(`${server.url}assets/a%20b.wasm?x=1`);
    expect(response.headers.get('content-type')).toBe('application/wasm');
  });

  it('has no fallback page, and nothing outside the sub-path', async () => {
    expect((await fetch(`${server.url}no/such/route`)).status).toBe(404);
    expect((await fetch(new URL('/', server.url))).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  });
});

describe('fileFor', () => {
  it('never leaves the folder', () => {
    for (const path of [
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      '/etc/passwd',
      'assets/../../secret.txt',
    ]) {
      expect(fileFor(directory, BASE, BASE + path), path).toBeNull();
    }
  });

  it('answers null to broken encoding, folders and null bytes', () => {
    for (const path of ['%zz', 'assets', 'index.html%00'])
      expect(fileFor(directory, BASE, BASE + path), path).toBeNull();
  });
});
