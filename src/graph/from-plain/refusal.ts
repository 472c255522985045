import { graphFromPlain } from '../from-plain';
import { GraphError } from '../graph-error';
import type { PlainGraph } from '../plain';

/** For tests: what graphFromPlain says about something that may be no graph at all. Throws when it takes it. */
export function refusal(plain: unknown): string {
  try {
    graphFromPlain(plain as PlainGraph);
  } catch (error) {
    if (error instanceof GraphError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}
