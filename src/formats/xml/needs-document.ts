const NAME = 'NeedsDocument';

/** XML is to be read where there is no `DOMParser`: in a worker. Whoever asked reads it on the page instead. */
export class NeedsDocument extends Error {
  override name = NAME;
  constructor() {
    super('XML can only be parsed on the page');
  }
}

/** Recognised by its name, which is what is left of an error that has crossed from a worker. */
export function isNeedsDocument(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}
