/**
 * The one door for files: unpacks them, tells by their content what they are, and reads them into a plain graph.
 * Each format's code is fetched when a file needs it.
 */
import type { PlainGraph } from '../graph/plain';
import { type Format, FormatError, type NamedBytes, type ReadOptions } from './format';
import { isGzip, isZip, looksLikeJson, looksLikeText, xmlRoot } from './sniff';
import { describeContent, READABLE } from './unknown-content';

/**
 * One graph file, or an edge list and its node table (two CSV files, in either order). Rejects with a `FormatError` that says what
 * was wrong, where, and what to do; a graph that is well-formed but makes no sense is left to `graphFromPlain`.
 */
export async function readGraphFile(files: NamedBytes[], options: ReadOptions = {}): Promise<PlainGraph> {
  const { unpack } = await import('./compression');
  const unpacked = unpack(files);
  const [file, second] = unpacked;
  if (!file) throw new FormatError(`there is no file to read; drop one of ${READABLE}`);
  if (unpacked.length > 2) {
    throw new FormatError(`${unpacked.length} files at once; drop one graph, or an edge list with its node table`);
  }
  for (const { name, bytes } of unpacked) {
    if (bytes.length === 0) throw new FormatError(`${name} is empty; save the graph again`);
  }
  const plain = second ? await readPair(file, second, options) : await readOne(file, options);
  return plain.name === undefined ? { name: titleOf(files[0] ?? file), ...plain } : plain;
}

async function readOne(file: NamedBytes, options: ReadOptions): Promise<PlainGraph> {
  const format = await formatOf(file);
  return format.read(file.bytes, file.name, options);
}

async function readPair(first: NamedBytes, second: NamedBytes, options: ReadOptions): Promise<PlainGraph> {
  for (const file of [first, second]) {
    const format = await formatOf(file);
    if (!format.extensions.includes('.csv')) {
      throw new FormatError(
        `${first.name} and ${second.name}: two files are read together only as an edge list and its node table, both CSV; drop ${file.name} alone`,
      );
    }
  }
  const [{ readTable }, { tellApart }, { readTables }] = await Promise.all([
    import('./table/table'),
    import('./table/tell-apart'),
    import('./edge-list'),
  ]);
  const { edges, nodes } = tellApart(readTable(first.bytes, first.name), readTable(second.bytes, second.name));
  return readTables(edges, nodes, options);
}

/** The format of unpacked content. The name of the file has no say. */
async function formatOf({ name, bytes }: NamedBytes): Promise<Format> {
  if (isZip(bytes)) return (await import('./npz')).npz;
  const root = xmlRoot(bytes);
  if (root === 'gexf') return (await import('./gexf')).gexf;
  if (root === 'graphml') return (await import('./graphml')).graphml;
  const described = describeContent(bytes);
  if (described === null && looksLikeJson(bytes)) return jsonFormatOf(name, bytes);
  if (described === null && looksLikeText(bytes) && !isGzip(bytes)) return (await import('./edge-list')).edgeList;
  throw new FormatError(`${name} is ${described ?? 'not a file that is known here'}. What can be read: ${READABLE}`);
}

async function jsonFormatOf(name: string, bytes: Uint8Array): Promise<Format> {
  const [{ parseJson }, { graphologyJson }, { plainJson }, { nodeLinkJson }] = await Promise.all([
    import('./json/parse'),
    import('./graphology-json'),
    import('./plain-json'),
    import('./node-link-json'),
  ]);
  parseJson(bytes, name);
  const format = [graphologyJson, plainJson, nodeLinkJson].find((each) => each.sniff(bytes, name));
  if (format) return format;
  throw new FormatError(
    `${name} is JSON, but no graph that is known here: it needs "nodes" with "links" or "edges", or "elements" (Cytoscape)`,
  );
}

/** "cora.npz" → "cora". */
function titleOf({ name }: NamedBytes): string {
  return name.replace(/\.(?:gz|zip)$/i, '').replace(/\.[a-z0-9]{1,8}$/i, '') || name;
}
