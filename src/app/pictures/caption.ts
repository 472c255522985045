import { graphTitle, spokenName } from '../../panels/names';
import { shownHop } from '../../panels/shown-hop';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { useStore } from '../../store/store';

/** What stands under a picture. */
export interface Caption {
  title: string;
  link: string;
}

const MARGIN = 16;
const LINE = 13;
/** A longer link is no use on paper; the file holds it all the same. */
const LONGEST = 1_200;

/** What is on screen, in a line, and the link to it. */
export function caption(link: string): Caption {
  const state = useStore.getState();
  const { recipe, graph, focus } = state;
  const parts = [
    graphTitle(state),
    DESCRIPTORS[recipe.conv].title,
    `hop ${shownHop(state)} of ${recipe.hops}`,
    graph && focus !== null ? spokenName(graph, focus) : null,
  ];
  return { title: parts.filter((part) => part !== null).join(' · '), link };
}

/** Pixels it takes under a picture of this width. @param ruler any context. */
export function captionHeight(ruler: CanvasRenderingContext2D, words: Caption, width: number): number {
  return 40 + LINE * linkLines(ruler, words.link, width).length;
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
  context.fillStyle = colour('--ink');
  context.font = `600 12px ${colour('--font')}`;
  context.fillText(words.title, MARGIN, 22);
  const right = context.measureText('Hopscope').width;
  context.fillStyle = colour('--ember-ink');
  if (MARGIN * 2 + context.measureText(words.title).width + right < width) {
    context.fillText('Hopscope', width - MARGIN - right, 22);
  }
  context.fillStyle = colour('--muted');
  linkLines(context, words.link, width).forEach((line, i) => {
    context.fillText(line, MARGIN, 22 + 16 + LINE * i);
  });
}

/** The link in lines that fit. Leaves the context in the font of its lines. */
function linkLines(context: CanvasRenderingContext2D, link: string, width: number): string[] {
  const style = getComputedStyle(document.documentElement);
  context.font = `400 9.5px ${style.getPropertyValue('--font').trim()}`;
  if (link.length > LONGEST) return [`The link is in this file: ${link.length} characters, too long to be printed.`];
  const lines: string[] = [];
  for (let from = 0; from < link.length; ) {
    let count = Math.max(1, Math.floor((width - 2 * MARGIN) / (context.measureText('a').width || 5)));
    while (count > 1 && context.measureText(link.slice(from, from + count)).width > width - 2 * MARGIN) count--;
    lines.push(link.slice(from, from + count));
    from += count;
  }
  return lines;
}
