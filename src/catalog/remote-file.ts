import sources from './sources.json';

/** A file that stays with its publisher: the visitor's browser fetches it from there. */
export interface RemoteFile {
  /** Of the catalogue entry that needs it. */
  id: string;
  /** File name, at its source and in the mirror. */
  name: string;
  url: string;
  /** 64 hexadecimal digits; nothing else is ever read. */
  sha256: string;
  /** Size, or null where it is not known beforehand. */
  bytes: number | null;
}

/** `sources.json` is plain data because `npm run datasets` reads it too. */
export const REMOTE_FILES: RemoteFile[] = sources;

export function remoteFile(id: string): RemoteFile {
  const file = REMOTE_FILES.find((each) => each.id === id);
  if (!file) throw new Error(`sources.json names no file for the graph "${id}"`);
  return file;
}
