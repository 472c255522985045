import type { HopscopeApi } from '../api';

type Post = (message: Record<string, unknown>) => void;
/** @param answer where to say more about a call before it is answered. */
type Call = (args: unknown[], post: Post, answer: Post) => unknown;

/**
 * The scripting API for the page around: `{ hopscope: 1, id, call, args }` is answered by
 * `{ hopscope: 1, id, ok: true, result }` or `{ hopscope: 1, id, ok: false, error }`, to its sender. Where the address does not
 * name the sender's origin, nothing is done and the error says so. Every call of `window.hopscope` goes, `version` and `ready` as calls without arguments too.
 *
 * What cannot travel in a message goes otherwise:
 * - `on(event)` answers with a number; each event then comes as `{ hopscope: 1, subscription, event, detail }`, until
 *   `off(subscription)`.
 * - `train` and `experiment` tell of their progress by `{ hopscope: 1, id, progress }` before its answer.
 * - an address to `load` is `{ url }`.
 *
 * @returns what is to be called with each message that arrives.
 */
export function createBridge(api: HopscopeApi, origins: readonly string[]): (event: MessageEvent) => void {
  const calls = callsOf(api);

  async function called({ call, args = [] }: Record<string, unknown>, post: Post, answer: Post): Promise<unknown> {
    if (!Array.isArray(args)) throw new Error('args should be a list, [] for none');
    const found = calls.get(String(call));
    if (!found) {
      throw new Error(`there is no call ${JSON.stringify(call)}; there are ${[...calls.keys()].sort().join(', ')}`);
    }
    return found(args, post, answer);
  }

  return ({ data, origin, source }) => {
    if (typeof data !== 'object' || data === null || data.hopscope !== 1 || !('call' in data) || !source) return;
    if (!origins.includes(origin)) {
      const named = origins.length === 0 ? 'no origin' : origins.join(' and ');
      const error = `${origin} may not drive this page: the address of its frame names ${named}. It is to say ?embed=${origin}.`;
      console.warn(error);
      // The reason alone, which says nothing of what is on screen. What has no origin can be written to in no other way.
      const targetOrigin = origin === 'null' ? '*' : origin;
      source.postMessage({ hopscope: 1, id: data.id, ok: false, error }, { targetOrigin });
      return;
    }
    const post: Post = (message) => source.postMessage({ hopscope: 1, ...message }, { targetOrigin: origin });
    const answer: Post = (message) => post({ id: data.id, ...message });
    called(data, post, answer).then(
      (result) => answer({ ok: true, result }),
      (error: unknown) => answer({ ok: false, error: error instanceof Error ? error.message : String(error) }),
    );
  };
}

/** The API's own calls, and those that go otherwise by message. */
function callsOf(api: HopscopeApi): Map<string, Call> {
  const subscriptions = new Map<number, () => void>();
  let latest = 0;

  const calls = new Map<string, Call>();
  for (const [name, value] of Object.entries(api)) {
    calls.set(name, (args) => (typeof value === 'function' ? value(...args) : value));
  }
  calls.set('load', ([source, options]) =>
    api.load(isAddress(source) ? new URL(source.url) : (source as string), options as object | undefined),
  );
  calls.set('train', ([task], _, answer) => api.train(task as object, (progress) => answer({ progress })));
  calls.set('experiment', ([spec], _, answer) => api.experiment(spec as string, (progress) => answer({ progress })));
  calls.set('on', ([event], post) => {
    const subscription = ++latest;
    const stop = api.on(event as 'hop', (detail) => post({ subscription, event, detail }));
    subscriptions.set(subscription, stop);
    return subscription;
  });
  calls.set('off', ([subscription]) => {
    const stop = subscriptions.get(subscription as number);
    if (!stop) throw new Error(`off: there is no subscription ${String(subscription)}; on("hop") answers with one`);
    stop();
    subscriptions.delete(subscription as number);
  });
  return calls;
}

function isAddress(source: unknown): source is { url: string } {
  return typeof source === 'object' && source !== null && 'url' in source && typeof source.url === 'string';
}
