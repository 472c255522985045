import { notify } from '../../store/notices';
import type { HopscopeApi } from '../api';
import { originsIn } from './origins';

/**
 * Answers the page around (`?embed=…`). Messages are heard from now on, so that it need only wait for the frame to load; they
 * are answered as soon as the code for it is here.
 */
export function listenToEmbedder(query: URLSearchParams, api: HopscopeApi): void {
  const { allowed, refused } = originsIn(query);
  if (refused.length > 0) {
    notify(
      'warning',
      'An unknown origin in the address',
      `${refused.join(' and ')} may not drive this page: ?embed= takes origins, such as https://example.org, without a path.`,
    );
  }
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent) => early.push(event);
  addEventListener('message', keep);
  void import('./bridge').then(({ createBridge }) => {
    const bridge = createBridge(api, allowed);
    removeEventListener('message', keep);
    for (const event of early) bridge(event);
    addEventListener('message', bridge);
  });
}
