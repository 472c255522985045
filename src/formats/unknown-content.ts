import { beginning, looksLikeText, startsWith } from './sniff';
import { readProlog } from './xml/prolog';

/** What can be read, for messages. */
export const READABLE =
  'GEXF, GraphML, graphology JSON, node-link JSON (D3, NetworkX, Cytoscape), CSV or TSV edge lists and .npz, each also gzipped or zipped';

const UTF_16 = 'UTF-16 text; save it as UTF-8 (in a spreadsheet: "CSV UTF-8")';

const MAGIC: [what: string, bytes: number[]][] = [
  [UTF_16, [0xff, 0xfe]],
  [UTF_16, [0xfe, 0xff]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  [
    'a single NumPy array (.npy); save adjacency and features together with numpy.savez',
    [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
  ],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['an HDF5 or MATLAB file', [0x89, 0x48, 0x44, 0x46]],
  ['a MATLAB file', [0x4d, 0x41, 0x54, 0x4c, 0x41, 0x42]],
  ['a Python pickle, which is a program and never opened', [0x80, 0x02]],
  ['a Python pickle, which is a program and never opened', [0x80, 0x03]],
  ['a Python pickle, which is a program and never opened', [0x80, 0x04]],
  ['a Python pickle, which is a program and never opened', [0x80, 0x05]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Text that would pass for an edge list but is something else. */
const TEXTS: [what: string, pattern: RegExp][] = [
  ['a GML file', /^\s*(?:#[^\n]*\n\s*|Creator[^\n]*\n\s*|Version[^\n]*\n\s*)*graph\s*\[/],
  ['a Graphviz DOT file', /^\s*(?:strict\s+)?(?:di)?graph\b[^\n;{]*\{/],
  ['a Pajek file', /^\s*\*(?:vertices|network)/i],
  ['a Matrix Market file', /^%%MatrixMarket/],
  ['a rich text document', /^\{\\rtf/],
];

/** What the bytes look like where they are a known kind that is not read, e.g. "a PNG picture"; else null. */
export function describeContent(bytes: Uint8Array): string | null {
  const magic = MAGIC.find(([, prefix]) => startsWith(bytes, ...prefix));
  if (magic) return magic[0];
  const text = beginning(bytes, 4096);
  if (/^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(text))
    return 'an HTML page, perhaps an error page instead of the file';
  if (/^\s*</.test(text)) return describeXml(bytes);
  if (!looksLikeText(bytes)) return null;
  return TEXTS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function describeXml(bytes: Uint8Array): string {
  const { root, internalSubset } = readProlog(beginning(bytes));
  if (internalSubset) return 'XML whose DOCTYPE declares entities, which are not read; remove the DOCTYPE';
  return root === null ? 'XML that is cut short' : `XML with the root element <${root}>`;
}
