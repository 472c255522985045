import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HopscopeApi } from '../api';
import { createBridge } from './bridge';

const HOST = 'https://host.example';

const listeners = new Map<string, (detail: unknown) => void>();
const api = {
  version: '1.2.3',
  ready: Promise.resolve(),
  hop: (k?: number) => k ?? 4,
  load: async (source: unknown) => ({ got: source }),
  embedding: async (k: number) => ({ rows: 1, columns: 2, data: Float32Array.of(k, 0.5) }),
  train: async (_: unknown, onProgress: (progress: unknown) => void) => {
    onProgress({ epoch: 1 });
    return { epochs: 1 };
  },
  recipe: () => {
    throw new Error('there is no recipe');
  },
  on: (event: string, listener: (detail: unknown) => void) => {
    listeners.set(event, listener);
    return () => listeners.delete(event);
  },
} as unknown as HopscopeApi;

const post = vi.fn();
const send = (bridge: ReturnType<typeof createBridge>, data: unknown, origin = HOST) =>
  bridge({ data, origin, source: { postMessage: post } } as unknown as MessageEvent);

/** What comes back to one call. */
async function ask(call: string, ...args: unknown[]): Promise<Record<string, unknown>> {
  send(createBridge(api, [HOST]), { hopscope: 1, id: 7, call, args });
  await vi.waitUntil(() => post.mock.calls.some(([message]) => 'ok' in message));
  return post.mock.calls.map(([message]) => message).find((message) => 'ok' in message);
}

afterEach(() => {
  vi.restoreAllMocks();
  post.mockReset();
});

describe('the bridge answers', () => {
  test('a call with its result, to its sender’s origin', async () => {
    expect(await ask('hop', 2)).toEqual({ hopscope: 1, id: 7, ok: true, result: 2 });
    expect(post).toHaveBeenCalledWith(expect.anything(), { targetOrigin: HOST });
  });

  test('what is no function as a call without arguments', async () => {
    expect(await ask('version')).toMatchObject({ ok: true, result: '1.2.3' });
    post.mockReset();
    expect(await ask('ready')).toMatchObject({ ok: true, result: undefined });
  });

  test('promises by what they hold, typed arrays as such', async () => {
    expect(await ask('embedding', 3)).toMatchObject({ result: { data: Float32Array.of(3, 0.5) } });
  });

  test('an address to load, which cannot travel as one', async () => {
    expect(await ask('load', { url: 'https://a.org/g.csv' })).toMatchObject({
      result: { got: new URL('https://a.org/g.csv') },
    });
    post.mockReset();
    expect(await ask('load', 'karate')).toMatchObject({ result: { got: 'karate' } });
  });

  test('failures by what they say', async () => {
    expect(await ask('recipe')).toEqual({ hopscope: 1, id: 7, ok: false, error: 'there is no recipe' });
  });

  test.each(['nonsense', 'constructor', 'toString', '__proto__'])('that there is no call %s', async (call) => {
    expect(await ask(call)).toMatchObject({ ok: false, error: expect.stringContaining('there is no call') });
  });

  test('arguments that are no list with what they should be', async () => {
    send(createBridge(api, [HOST]), { hopscope: 1, id: 1, call: 'hop', args: 3 });
    await vi.waitUntil(() => post.mock.calls.length > 0);
    expect(post.mock.calls[0][0]).toMatchObject({ ok: false, error: expect.stringContaining('a list') });
  });
});

describe('the bridge tells', () => {
  test('of a training’s progress under the id of its call', async () => {
    await ask('train', {});
    expect(post.mock.calls[0][0]).toEqual({ hopscope: 1, id: 7, progress: { epoch: 1 } });
  });

  test('of events until they are no longer wanted', async () => {
    const bridge = createBridge(api, [HOST]);
    send(bridge, { hopscope: 1, id: 1, call: 'on', args: ['hop'] });
    await vi.waitUntil(() => post.mock.calls.length > 0);
    const subscription = post.mock.calls[0][0].result;
    listeners.get('hop')?.(5);
    expect(post.mock.calls[1][0]).toEqual({ hopscope: 1, subscription, event: 'hop', detail: 5 });
    send(bridge, { hopscope: 1, id: 2, call: 'off', args: [subscription] });
    await vi.waitUntil(() => post.mock.calls.length > 2);
    expect(listeners.has('hop')).toBe(false);
    send(bridge, { hopscope: 1, id: 3, call: 'off', args: [subscription] });
    await vi.waitUntil(() => post.mock.calls.length > 3);
    expect(post.mock.calls[3][0]).toMatchObject({ ok: false });
  });
});

describe('the bridge refuses', () => {
  test.each([
    [
      'another origin',
      [HOST],
      'https://other.example',
      'https://other.example',
      /other\.example may not.*names https:\/\/host/,
    ],
    ['any origin where none is named', [], HOST, HOST, /names no origin/],
    ['what has no origin', [HOST], 'null', '*', /null may not/],
  ] as const)('%s, with the reason and nothing else', (_, named, origin, targetOrigin, words) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hop = vi.spyOn(api, 'hop');
    send(createBridge(api, named), { hopscope: 1, id: 1, call: 'hop', args: [3] }, origin);
    const refusal = { hopscope: 1, id: 1, ok: false, error: expect.stringMatching(words) };
    expect(post.mock.calls).toEqual([[refusal, { targetOrigin }]]);
    expect(warn).toHaveBeenCalledOnce();
    expect(hop).not.toHaveBeenCalled();
  });
});

describe('the bridge is silent', () => {
  test('to messages of other programs, and to its own answers', () => {
    const bridge = createBridge(api, [HOST]);
    for (const data of [null, 'hop', { call: 'hop' }, { hopscope: 2, call: 'hop' }, { hopscope: 1, id: 1, ok: true }]) {
      send(bridge, data);
    }
    expect(post).not.toHaveBeenCalled();
  });
});
