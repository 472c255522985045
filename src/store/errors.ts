/** A newer request took the place of this one: nobody needs to be told, but whoever awaits it must not think it done. */
export class Superseded extends Error {
  override name = 'Superseded';
  constructor() {
    super('a newer request took the place of this one');
  }
}

/** The person stopped it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'RunCancelled');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
