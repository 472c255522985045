const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const NO_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as XML has it; characters that no XML may hold are left out. */
export function escaped(text: string): string {
  return text.replace(NO_CHARACTERS, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
