const [BEGIN, END] = ['<!-- npm run bench -- --readme writes from here -->', '<!-- to here -->'];

/**
 * A text with what stands between its two markers replaced.
 * @param {string} text
 * @param {string} report
 */
export function withReport(text, report) {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md has no lines "${BEGIN}" and "${END}" to write between`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${report}\n\n${text.slice(end)}`;
}
