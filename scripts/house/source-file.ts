import { parseSync } from 'vite';

/** One place in the source where a module names another. */
export interface Import {
  /** As written: './graph', 'react', … */
  specifier: string;
  line: number;
  /** `worker`: `new URL('./worker.ts', import.meta.url)`, a module that loads apart. */
  kind: 'value' | 'type' | 'worker';
}

/** What the rules need to know of one file. */
export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  imports: Import[];
  /** Calls by what is called, as written, and member accesses: 'test.only', 'Math.random', 'document.body'. */
  members: { name: string; line: number }[];
  anyTypes: { line: number }[];
  comments: { text: string; line: number }[];
}

type SyntaxNode = { type: string; start: number; [key: string]: unknown };

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

const literal = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;

const typeOnly = (node: SyntaxNode): boolean => {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = (node.specifiers ?? []) as SyntaxNode[];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
};

/** The module a node names, with its kind; null for a node that names none (or computes the name). */
function namedModule(node: SyntaxNode): Omit<Import, 'line'> | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = literal(node.source);
      return specifier === null ? null : { specifier, kind: typeOnly(node) ? 'type' : 'value' };
    }
    case 'ImportExpression': {
      const specifier = literal(node.source);
      return specifier === null ? null : { specifier, kind: 'value' };
    }
    case 'TSImportType': {
      const specifier = literal(node.source);
      return specifier === null ? null : { specifier, kind: 'type' };
    }
    case 'NewExpression': {
      const [specifier] = ((node.arguments ?? []) as unknown[]).map(literal);
      const isUrl = isNode(node.callee) && node.callee.name === 'URL';
      return isUrl && specifier && /\.tsx?$/.test(specifier) ? { specifier, kind: 'worker' } : null;
    }
    default:
      return null;
  }
}

/** Reads one TypeScript file. Throws where the parser does not understand it. */
export function readSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  const [problem] = parsed.errors;
  if (problem) throw new Error(`${path}: ${problem.message}`);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number) => starts.filter((start) => start <= offset).length;

  const file: SourceFile = {
    path,
    imports: [],
    members: [],
    anyTypes: [],
    comments: parsed.comments.map((comment) => ({ text: comment.value, line: lineOf(comment.start) })),
  };
  for (const node of walk(parsed.program as unknown as SyntaxNode)) {
    const named = namedModule(node);
    if (named) file.imports.push({ ...named, line: lineOf(node.start) });
    if (node.type === 'TSAnyKeyword') file.anyTypes.push({ line: lineOf(node.start) });
    if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
      const owner = node.object.type === 'Identifier' ? String(node.object.name) : '';
      const name = node.computed ? literal(node.property) : String(node.property.name);
      if (name) file.members.push({ name: `${owner}.${name}`, line: lineOf(node.start) });
    }
  }
  return file;
}
