import { GraphError, quoted } from '../graph-error';
import { EDIT_KINDS, type Edit, MAX_EDITS } from './edit';

/**
 * Checks a list of edits from outside (a link, a script); whether the graph can take them is checked as they are applied.
 * @param where what the list is called in an error, e.g. "session.lanes[0].dataset.edits".
 * @throws {GraphError} naming the entry, what it is and what would be right.
 */
export function parseEdits(input: unknown, where: string): Edit[] {
  if (!Array.isArray(input)) throw new GraphError(`${where} is ${quoted(input)}; it should be a list of edits`);
  if (input.length > MAX_EDITS) {
    throw new GraphError(
      `${where} has ${input.length} edits, and a graph carries ${MAX_EDITS} at most; load the edited graph as one of its own`,
    );
  }
  return input.map((each: unknown, i) => parseEdit(each, `${where}[${i}]`));
}

function parseEdit(input: unknown, where: string): Edit {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new GraphError(
      `${where} is ${quoted(input)}; it should be an object such as { do: "remove-node", node: "a" }`,
    );
  }
  const given = input as Record<string, unknown>;
  const id = (field: string) => textOf(given[field], `${where}.${field}`);
  const relation = given.relation === undefined ? {} : { relation: id('relation') };
  const kind = EDIT_KINDS.find((each) => each === given.do);
  switch (kind) {
    case 'add-edge':
    case 'remove-edge':
      return { do: kind, from: id('from'), to: id('to'), ...relation };
    case 'rewire': {
      const { end } = given;
      if (end !== 'from' && end !== 'to') {
        throw new GraphError(`${where}.end is ${quoted(end)}; it should be "from" or "to", the end that moves`);
      }
      return { do: kind, from: id('from'), to: id('to'), end, onto: id('onto'), ...relation };
    }
    case 'add-node': {
      const { to } = given;
      if (!Array.isArray(to)) throw new GraphError(`${where}.to is ${quoted(to)}; it should be a list of node ids`);
      return {
        ...{ do: kind, node: id('node') },
        to: to.map((node: unknown, i) => textOf(node, `${where}.to[${i}]`)),
        ...relation,
      };
    }
    case 'remove-node':
      return { do: kind, node: id('node') };
    case 'set-feature': {
      const { column, value } = given;
      if (typeof column !== 'number' || !Number.isSafeInteger(column) || column < 0) {
        throw new GraphError(`${where}.column is ${quoted(column)}; it should be a whole number from 0 up`);
      }
      if (typeof value !== 'number' || !Number.isFinite(Math.fround(value))) {
        throw new GraphError(`${where}.value is ${quoted(value)}; it should be a number`);
      }
      return { do: kind, node: id('node'), column, value };
    }
    default:
      throw new GraphError(`${where}.do is ${quoted(given.do)}; it should be one of ${EDIT_KINDS.join(', ')}`);
  }
}

function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new GraphError(`${where} is ${quoted(value)}; it should be a text`);
  }
  return value;
}
