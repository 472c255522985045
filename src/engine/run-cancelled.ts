const NAME = 'RunCancelled';

/** A run was stopped, by the person or by a newer run. Not a failure: nothing has to be said about it. */
export class RunCancelled extends Error {
  override readonly name = NAME;
  constructor() {
    super('The run was cancelled.');
  }
}

/** Also true of one that came through the worker's door, where errors keep their name but not their class. */
export function isRunCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}
