import { sceneHandle } from '../../scene/handles';
import { caption, captionHeight, paintCaption } from './caption';
import { escaped } from './escaped';
import { paintElement } from './paint-element';
import { canvasPaper, type Paper } from './paper';
import type { PictureView } from './picture-view';
import { withText } from './png-text';
import { createSvgContext } from './svg-context';

/** Pixels of a picture to a CSS pixel. */
const RATIO = 2;

const PANELS: Record<PictureView, string> = {
  graph: '[data-control="graph-panel"]',
  embedding: '[data-control="embedding-panel"]',
  timeline: '[data-control="timeline"]',
  inspector: '[data-control="inspector"]',
  training: '[data-control="train-curves"]',
  experiment: '[data-control="lab-chart"]',
  comparison: '[data-control="lanes"]',
};

/** How to get there what may not be. */
const HOW: Partial<Record<PictureView, string>> = {
  inspector: '; close what is open in its place',
  training: '; open “Train…” and train first',
  experiment: '; open the laboratory first',
  comparison: '; compare two lanes first',
};

/**
 * A view as it is on screen, with a caption that says what it shows and the link that brings it back.
 * @throws {Error} when that view is not on screen.
 */
export async function pictureOf(view: PictureView, format: 'png' | 'svg', link: string): Promise<Blob> {
  await document.fonts.ready;
  const sheet = sheetFor(view, link);
  return format === 'svg' ? asSvg(sheet) : asPng(sheet);
}

interface Sheet {
  width: number;
  height: number;
  title: string;
  link: string;
  /** @param scene draws the graph or the embedding into its place. */
  paint(paper: Paper, scene: (name: 'graph' | 'embedding', box: DOMRect) => void): void;
}

function sheetFor(view: PictureView, link: string): Sheet {
  const panel = document.querySelector(PANELS[view]);
  if (!panel?.checkVisibility() || panel.clientWidth === 0) {
    throw new Error(`the ${view} is not on screen, so there is no picture of it${HOW[view] ?? ''}`);
  }
  // A panel has room around what is in it; a part of one is given some.
  const margin = view === 'training' || view === 'experiment' ? 16 : 0;
  const width = panel.getBoundingClientRect().width + 2 * margin;
  const height = panel.scrollHeight + 2 * margin;
  const words = caption(view, link);
  const ruler = newContext(1, 1);
  const foot = captionHeight(ruler, words, width);
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height + foot), title: words.title, link },
    paint(paper, scene) {
      const { context } = paper;
      context.fillStyle = groundOf(panel);
      context.fillRect(0, 0, Math.ceil(width), Math.ceil(height + foot));
      context.save();
      context.translate(margin, margin);
      paintElement(paper, panel, (element, box) => {
        if (!element.matches('.scene')) return false;
        scene(view === 'embedding' ? 'embedding' : 'graph', box);
        return true;
      });
      context.restore();
      context.save();
      context.translate(0, height);
      paintCaption(context, words, width);
      context.restore();
    },
  };
}

/** The colour the panel stands on: its own, or that of what is around it. */
function groundOf(panel: Element): string {
  for (let at: Element | null = panel; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return 'white';
}

async function asPng({ width, height, title, link, paint }: Sheet): Promise<Blob> {
  const context = newContext(width * RATIO, height * RATIO);
  context.scale(RATIO, RATIO);
  paint(canvasPaper(context), (name, box) => {
    context.drawImage(sceneHandle(name).picture(RATIO), box.x, box.y, box.width, box.height);
  });
  const blob = await new Promise<Blob | null>((resolve) => context.canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser could not write the picture: it is too large, or there is no memory for it');
  return withText(blob, { Title: title, Source: link });
}

function asSvg({ width, height, title, link, paint }: Sheet): Blob {
  const svg = createSvgContext(width, height, newContext(1, 1));
  const paper: Paper = { context: svg.context, path: svg.path };
  paint(paper, (name, box) => {
    const { context } = svg;
    context.save();
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.clip();
    context.translate(box.x, box.y);
    sceneHandle(name).paintOn(context);
    context.restore();
  });
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escaped(title)}</title>
<desc>${escaped(link)}</desc>
${svg.elements()}
<a href="${escaped(link)}"><rect y="${height - 40}" width="${width}" height="40" fill="transparent"/></a>
</svg>
`;
  return new Blob([text], { type: 'image/svg+xml' });
}

function newContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2-D canvas, which pictures are drawn on');
  return context;
}
