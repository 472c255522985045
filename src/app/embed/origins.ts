export interface Origins {
  allowed: string[];
  /** What stands in the address and is no origin. */
  refused: string[];
}

/**
 * `?embed=https://a.org,https://b.org:8080`: the origins whose pages may drive this one. None named means that none may. A `*`
 * is refused: anyone who put the page in a frame could then read the graph in it.
 */
export function originsIn(query: URLSearchParams): Origins {
  const named = query
    .getAll('embed')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { allowed: named.filter(isOrigin), refused: named.filter((name) => !isOrigin(name)) };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}
