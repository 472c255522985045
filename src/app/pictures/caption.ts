import { findEntry } from '../../catalog/entries';
import { counted } from '../../charts/numbers';
import type { ExperimentSpec } from '../../gnn/experiments/specification';
import { lanesOf } from '../../panels/compare/use-lanes';
import { graphTitle, spokenName } from '../../panels/names';
import { shownHop } from '../../panels/shown-hop';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { useStore } from '../../store/store';
import type { PictureView } from './picture-view';

/** What stands under a picture. */
export interface Caption {
  title: string;
  link: string;
}

const MARGIN = 16;
const LINE = 13;
const TITLE_LINE = 16;
/** Baseline of the first line. */
const FIRST = 22;
/** A longer link is no use on paper; the file holds it all the same. */
const LONGEST = 1_200;

/** What is on screen, in a line, and the link to it. An experiment has none: no link carries its runs. */
export function caption(view: PictureView, link: string): Caption {
  const state = useStore.getState();
  const { experiment } = state.laboratory;
  if (view === 'experiment' && experiment) {
    const { spec, runs } = experiment;
    const parts = [spec.title, counted(runs.length, 'run'), ...graphTitles(spec)];
    return { title: parts.join(' · '), link: '' };
  }
  const { recipe, graph, focus } = state;
  const what =
    view === 'comparison'
      ? lanesOf(state)
          .map(({ title }) => title)
          .join(' / ')
      : DESCRIPTORS[recipe.conv].title;
  const parts = [
    graphTitle(state),
    what,
    `hop ${shownHop(state)} of ${recipe.hops}`,
    graph && focus !== null ? spokenName(graph, focus) : null,
  ];
  return { title: parts.filter((part) => part !== null).join(' · '), link };
}

/** What all lines run on; nothing where each line says its graph. */
function graphTitles({ graph, lines }: ExperimentSpec): string[] {
  return lines.some((line) => line.graph) ? [] : [findEntry(graph.id).title];
}

/** Pixels it takes under a picture of this width. @param ruler any context. */
export function captionHeight(ruler: CanvasRenderingContext2D, words: Caption, width: number): number {
  return (
    24 + TITLE_LINE * titleLines(ruler, words.title, width).length + LINE * linkLines(ruler, words.link, width).length
  );
}

/** Draws it from the origin down. */
export function paintCaption(context: CanvasRenderingContext2D, words: Caption, width: number): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  context.fillStyle = colour('--line');
  context.fillRect(0, 0, width, 1);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.letterSpacing = '0px';
  const title = titleLines(context, words.title, width);
  context.fillStyle = colour('--ink');
  title.forEach((line, i) => void context.fillText(line, MARGIN, FIRST + TITLE_LINE * i));
  const right = context.measureText('Hopscope').width;
  context.fillStyle = colour('--ember-ink');
  if (MARGIN * 3 + context.measureText(title[0]).width + right < width) {
    context.fillText('Hopscope', width - MARGIN - right, FIRST);
  }
  const links = linkLines(context, words.link, width);
  context.fillStyle = colour('--muted');
  links.forEach((line, i) => void context.fillText(line, MARGIN, FIRST + TITLE_LINE * title.length + LINE * i));
}

/** The title in lines that fit, broken between its parts. Leaves the context in the font of its lines. */
function titleLines(context: CanvasRenderingContext2D, title: string, width: number): string[] {
  context.font = `600 12px ${fontFamily()}`;
  const [first, ...parts] = title.split(' · ');
  const lines = [first];
  for (const part of parts) {
    const longer = `${lines.at(-1)} · ${part}`;
    if (context.measureText(longer).width <= width - 2 * MARGIN) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function fontFamily(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font').trim();
}

/** The link in lines that fit. Leaves the context in the font of its lines. */
function linkLines(context: CanvasRenderingContext2D, link: string, width: number): string[] {
  context.font = `400 9.5px ${fontFamily()}`;
  if (link.length > LONGEST) return [`The link is in this file: ${link.length} characters, too long to be printed.`];
  const lines = [''];
  for (const letter of link) {
    const longer = lines[lines.length - 1] + letter;
    if (lines.at(-1) === '' || context.measureText(longer).width <= width - 2 * MARGIN)
      lines[lines.length - 1] = longer;
    else lines.push(letter);
  }
  return lines;
}
