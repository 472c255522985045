import { isAbort, messageOf, Superseded } from './errors';
import { notify } from './notices';

/**
 * Does what a person asked for and shows them when it fails. What they stopped themselves, or replaced by asking for
 * something newer, is no failure.
 */
export async function attempt(title: string, action: () => Promise<void> | void): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!isAbort(error) && !(error instanceof Superseded)) notify('error', title, messageOf(error));
  }
}
