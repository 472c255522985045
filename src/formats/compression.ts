import { type Budget, gunzip, newBudget } from './archive/inflate';
import { zipContent, zipEntries } from './archive/zip';
import type { NamedBytes } from './format';
import { FormatError } from './format';
import { MAX_FILE_BYTES, MAX_NESTING, MEBIBYTE } from './limits';
import { isGzip, isZip } from './sniff';

/**
 * The files as they are inside their gzip and zip wrappings, at most `MAX_NESTING` deep and `budget` in all. An npz
 * archive, a zip of .npy arrays, is one file and stays as it is.
 */
export function unpack(files: NamedBytes[], budget: Budget = newBudget()): NamedBytes[] {
  for (const { name, bytes } of files) {
    if (bytes.length <= MAX_FILE_BYTES) continue;
    const size = (bytes.length / MEBIBYTE).toFixed(1);
    throw new FormatError(
      `${name} is ${size} MiB; files up to ${MAX_FILE_BYTES / MEBIBYTE} MiB are read. Load a part of the graph`,
    );
  }
  return files.flatMap((file) => unpackOne(file, budget, 0));
}

function unpackOne(file: NamedBytes, budget: Budget, depth: number): NamedBytes[] {
  const { name, bytes } = file;
  if (!isGzip(bytes) && !isZip(bytes)) return [file];
  const entries = isZip(bytes) ? zipEntries(bytes, name, budget) : [];
  if (entries.some((entry) => entry.name.endsWith('.npy'))) return [file];
  if (depth === MAX_NESTING) {
    throw new FormatError(
      `${name}: archives are nested more than ${MAX_NESTING} deep; unpack it and load the graph inside`,
    );
  }
  if (isGzip(bytes)) {
    const inner = { name: name.replace(/\.gz(?:ip)?$/i, ''), bytes: gunzip(bytes, name, budget) };
    return unpackOne(inner, budget, depth + 1);
  }
  if (entries.length === 0) throw new FormatError(`${name} is an empty archive; pack the graph's file into it`);
  if (entries.length > 2) {
    const names = entries.slice(0, 5).map((entry) => entry.name);
    throw new FormatError(
      `${name} holds ${entries.length} files (${names.join(', ')}${entries.length > 5 ? ', …' : ''}); pack one graph, or an edge list with its node table`,
    );
  }
  return entries.flatMap((entry) => {
    const inner = {
      name: entry.name.slice(entry.name.lastIndexOf('/') + 1),
      bytes: zipContent(bytes, entry, name, budget),
    };
    return unpackOne(inner, budget, depth + 1);
  });
}
