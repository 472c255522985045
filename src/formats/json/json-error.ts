/** Where and how a text fails to be JSON. Engines' own messages give a place only sometimes, and each in its own words. */
export interface JsonError {
  offset: number;
  problem: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const NOT_FINITE = /-?(?:NaN|Infinity)\b/y;

/** Null where the text is JSON. Keeps its own stack of open brackets, so depth costs no recursion. */
export function findJsonError(text: string): JsonError | null {
  const open: ('{' | '[')[] = [];
  let at = skip(SPACE, text, 0);
  let expect: 'value' | 'value or ]' | 'key' | 'key or }' | 'separator' = 'value';
  for (;;) {
    const c = text[at];
    const inside = open.at(-1);
    if (expect === 'separator' && inside === undefined) {
      return c === undefined ? null : { offset: at, problem: `unexpected ${shown(text, at)} after the end` };
    }
    if (c === undefined) return { offset: at, problem: 'the text ends too early; the file may be cut short' };
    if (c === ']' && inside === '[' && (expect === 'separator' || expect === 'value or ]')) {
      open.pop();
      at++;
      expect = 'separator';
    } else if (c === '}' && inside === '{' && (expect === 'separator' || expect === 'key or }')) {
      open.pop();
      at++;
      expect = 'separator';
    } else if (expect === 'separator') {
      if (c !== ',')
        return { offset: at, problem: `expected a comma or the closing bracket, found ${shown(text, at)}` };
      at++;
      expect = inside === '{' ? 'key' : 'value';
    } else if (expect === 'key' || expect === 'key or }') {
      if (c !== '"') return { offset: at, problem: `expected a name in double quotes, found ${shown(text, at)}` };
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = skip(SPACE, text, end);
      if (text[at] !== ':') return { offset: at, problem: `expected a colon, found ${shown(text, at)}` };
      at++;
      expect = 'value';
    } else if (c === '{' || c === '[') {
      open.push(c);
      at++;
      expect = c === '{' ? 'key or }' : 'value or ]';
    } else {
      const end = c === '"' ? endOfString(text, at) : skip(SCALAR, text, at);
      if (typeof end !== 'number') return end;
      if (end === at) {
        const problem =
          skip(NOT_FINITE, text, at) > at
            ? `${shown(text, at)} is not JSON; numbers must be finite, and null stands for one that is not known`
            : `expected a value, found ${shown(text, at)}`;
        return { offset: at, problem };
      }
      at = end;
      expect = 'separator';
    }
    at = skip(SPACE, text, at);
  }
}

/** The place after the match of a sticky pattern at `at`; `at` itself where it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function endOfString(text: string, start: number): number | JsonError {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { offset: at, problem: 'a line end or control character inside a text; write it as \\n' };
    if (code === 0x5c) {
      at++;
      if (text[at] === 'u' && !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) {
        return { offset: at - 1, problem: '\\u must be followed by four hexadecimal digits' };
      }
      if (text[at] !== undefined && !'"\\/bfnrtu'.includes(text[at] ?? '')) {
        return { offset: at - 1, problem: `"\\${text[at]}" is not an escape that JSON knows` };
      }
    }
  }
  return { offset: text.length, problem: 'the text ends inside quotes; the file may be cut short' };
}

function shown(text: string, at: number): string {
  return at >= text.length ? 'the end' : `"${/^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0] ?? text[at]}"`;
}
