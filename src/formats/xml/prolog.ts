/** What stands before the root element of an XML document. */
export interface Prolog {
  /** Local name of the root element; null where the text is not XML or ends too early. */
  root: string | null;
  /** A DOCTYPE with declarations of its own, which can define entities; reading stops there. */
  internalSubset: boolean;
}

/** Walks over declarations, comments and the DOCTYPE; linear in the length of what it skips. */
export function readProlog(text: string): Prolog {
  let at = skipSpace(text, 0);
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    if (text.startsWith('<!', at) && !text.startsWith('<!--', at)) {
      const bracket = text.indexOf('[', at);
      const close = text.indexOf('>', at);
      if (bracket !== -1 && (close === -1 || bracket < close)) return { root: null, internalSubset: true };
    }
    const mark = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : '>';
    const end = text.indexOf(mark, at);
    if (end === -1) return { root: null, internalSubset: false };
    at = skipSpace(text, end + mark.length);
  }
  const tag = /^<(?:[\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)/u.exec(text.slice(at, at + 256));
  return { root: tag?.[1] ?? null, internalSubset: false };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}
