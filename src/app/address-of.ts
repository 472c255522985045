import { toHash } from '../store/permalink';
import type { Session } from '../store/session';

/** The address of this page with a session in its hash. */
export function addressOf(session: Session): string {
  const address = new URL(location.href);
  // The session says which graph, so a second one could only contradict it; where to compute, and whether in a frame, is for
  // whoever opens it to say.
  for (const name of ['graph', 'backend', 'embed']) address.searchParams.delete(name);
  address.hash = toHash(session);
  return address.href;
}

/** The HTML that shows a session inside a page. */
export function embedCode(session: Session): string {
  const address = new URL(addressOf(session));
  address.searchParams.set('embed', '');
  return `<iframe src="${address.href.replaceAll('&', '&amp;')}" width="960" height="600" title="Hopscope" style="border:0"></iframe>`;
}
