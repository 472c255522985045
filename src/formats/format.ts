import type { PlainGraph } from '../graph/plain';

/** One file format: how to recognise it and how to read it into a plain graph. */
export interface Format {
  /** Short name for messages, e.g. "GEXF". */
  name: string;
  extensions: string[];
  /** Whether the (inflated) bytes look like this format; `name` is the file name, for the formats that only it tells apart. */
  sniff(bytes: Uint8Array, name: string): boolean;
  /** Throws a `FormatError` that says what was wrong, where, and what to do. */
  read(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph | Promise<PlainGraph>;
}

export interface ReadOptions {
  /** CSV: the node table that goes with an edge list. */
  nodeTable?: { name: string; bytes: Uint8Array };
  /** CSV node tables, JSON and XML attributes: the column to read as the class. */
  labelColumn?: string;
  /** CSV node tables: numeric columns to read as features. */
  featureColumns?: string[];
  /** Read the edges as directed; undefined leaves it to the file (CSV and npz: undirected). */
  directed?: boolean;
}

export class FormatError extends Error {
  override name = 'FormatError';
}

/** A file's name and content, as dropped or as unpacked. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}
