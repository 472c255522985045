/** What a file may be, checked before anything of that size is allocated. Limits on the graph itself are in `graph/limits.ts`. */

export const MEBIBYTE = 1024 * 1024;

/** One file as given. */
export const MAX_FILE_BYTES = 64 * MEBIBYTE;

/** Everything that one load inflates to, nested archives included. */
export const MAX_INFLATED_BYTES = 256 * MEBIBYTE;

/** XML is parsed on the page's thread, which a 28 MB document holds for more than seven seconds. */
export const MAX_XML_BYTES = 4 * MEBIBYTE;

/** Archives inside archives: a .zip that holds a .gz is one, and nothing honest goes deeper than this. */
export const MAX_NESTING = 3;

export const MAX_ARCHIVE_ENTRIES = 1_000;

/** Columns of node features; each column is a column of H⁰. */
export const MAX_FEATURE_COLUMNS = 1_000_000;
