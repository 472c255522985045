import { notify } from '../store/notices';
import { hideControls } from '../store/page';
import { COMMANDS } from './commands/commands';

/**
 * `?hide=train,graph-karate`: takes controls off the screen by their `data-control` names, and with them the commands that do
 * the same. A name that no control has is told to the person and does nothing.
 */
export function hideWhatIsAsked(query: URLSearchParams): void {
  const names = query.getAll('hide').flatMap((list) => list.split(','));
  const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (asked.length === 0) return;
  hideControls(asked);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(asked.map((name) => `${selectorOf(name)} { display: none !important; }`).join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  void tellOfUnknown(asked);
}

/** The control and what names it: a label around it, a field or a choice that is all its own. */
function selectorOf(name: string): string {
  const control = `[data-control="${CSS.escape(name)}"]`;
  return `${control}, :is(label, .field, .node-search):has(> ${control}), .choice:has(> label > ${control})`;
}

async function tellOfUnknown(names: readonly string[]): Promise<void> {
  const { CONTROL_NAMES } = await import('virtual:control-names');
  const known = [...CONTROL_NAMES, ...COMMANDS.flatMap(({ controls }) => controls ?? [])];
  const unknown = names.filter((name) => !known.some((pattern) => matches(pattern, name)));
  if (unknown.length === 0) return;
  notify(
    'warning',
    'The address hides what is not there',
    `No control is called ${unknown.map((name) => `“${name}”`).join(' or ')}. A control’s name is its data-control attribute, for instance “train”, “top-bar” or “timeline”.`,
  );
}

/** Whether a name is one of a pattern's, whose `*` stand for at least a letter each. */
function matches(pattern: string, name: string): boolean {
  const [start, ...rest] = pattern.split('*');
  const end = rest.at(-1);
  if (end === undefined) return name === pattern;
  return name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
