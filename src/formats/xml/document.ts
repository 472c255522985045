import { FormatError } from '../format';
import { MAX_XML_BYTES, MEBIBYTE } from '../limits';
import { decodeText } from '../text';
import { NeedsDocument } from './needs-document';
import { readProlog } from './prolog';

/** A parsed document with its text, from which the lines in messages come: the DOM keeps no positions. */
export interface XmlFile {
  name: string;
  text: string;
  document: Document;
}

/**
 * Parses on the calling thread with the browser's DOMParser.
 * Refused: more than `MAX_XML_BYTES`, a DOCTYPE with declarations of its own (entities that expand), text that is not well-formed.
 */
export function parseXml(bytes: Uint8Array, name: string, root: string): XmlFile {
  if (bytes.length > MAX_XML_BYTES) {
    const size = (bytes.length / MEBIBYTE).toFixed(1);
    throw new FormatError(
      `${name} is ${size} MiB of XML; up to ${MAX_XML_BYTES / MEBIBYTE} MiB is read. Save the graph as an edge list (CSV) or JSON`,
    );
  }
  const text = decodeText(bytes, name);
  const prolog = readProlog(text);
  if (prolog.internalSubset) {
    throw new FormatError(`${name}: its DOCTYPE declares entities, which are not read; remove the DOCTYPE line`);
  }
  if (typeof DOMParser === 'undefined') throw new NeedsDocument();
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const error = document.getElementsByTagName('parsererror')[0];
  if (error) throw new FormatError(`${name}${notWellFormed(error.textContent ?? '')}`);
  const found = document.documentElement.localName;
  if (found !== root) throw new FormatError(`${name}: the root element is <${found}>, not <${root}>`);
  return { name, text, document };
}

/** Chromium: "error on line 2 at column 10: …", Firefox: "Line Number 2, Column 10", jsdom: "2:10: …". */
function notWellFormed(report: string): string {
  const at = /line (?:number )?(\d+)(?: at|,) column (\d+)(?::\s*([^\n]*?)(?:Below is|\n|$))?/i.exec(report);
  const short = at ?? /^(\d+):(\d+):\s*(.*)$/m.exec(report);
  if (!short) return ' is not well-formed XML; it may be cut short';
  const reason = short[3] ? ` (${short[3].trim().replace(/\.$/, '')})` : '';
  return ` line ${short[1]}, column ${short[2]}: not well-formed XML${reason}; the file may be cut short or edited by hand`;
}

/** Every element of that local name below `parent`, whatever its namespace, in document order. */
export function elementsNamed(parent: Document | Element, localName: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS('*', localName));
}

export function childrenNamed(parent: Element, localName: string): Element[] {
  return Array.from(parent.children).filter((child) => child.localName === localName);
}

/** "file.gexf line 12: " for the `index`-th element (from 0) of that local name; comments and CDATA do not count. */
export function whereElement(file: XmlFile, localName: string, index: number): string {
  const pattern = new RegExp(`<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<(?:[^\\s<>/:]+:)?${localName}(?=[\\s/>])`, 'g');
  let seen = -1;
  for (const match of file.text.matchAll(pattern)) {
    if (match[0].startsWith('<!')) continue;
    seen++;
    if (seen === index) return `${file.name} line ${file.text.slice(0, match.index).split('\n').length}: `;
  }
  return `${file.name}, ${localName} ${index + 1}: `;
}
