/** @typedef {import('@playwright/test').Page} Page */

/**
 * One picture of the gallery.
 * @typedef {object} State
 * @property {string} name of the file
 * @property {'wide' | 'narrow' | 'tablet' | 'phone'} size
 * @property {'light' | 'dark'} theme
 * @property {string} [address] after the site's own
 * @property {(page: Page) => Promise<void>} show brings the opened page into the state
 */

const control = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.locator(`[data-control="${name}"]`).first();

/**
 * Goes to a hop, with a node in focus and the view as asked.
 * @param {Page} page
 * @param {number} hop
 * @param {string | null} [focus]
 * @param {Record<string, unknown>} [view]
 */
async function at(page, hop, focus = null, view = {}) {
  await page.evaluate(
    async ([hop, focus, view]) => {
      const { hopscope } = window;
      if (!hopscope) throw new Error('the page has no window.hopscope');
      const now = hopscope.session();
      await hopscope.open({ ...now, hop, focus, view: { ...now.view, ...view } });
      if (focus !== null && hop > 0) await hopscope.explain(focus, hop);
    },
    /** @type {const} */ ([hop, focus, view]),
  );
}

/** @param {Page} page @param {string} graph */
async function load(page, graph) {
  await page.evaluate((id) => window.hopscope?.load(id), graph);
  await page.locator('[data-control="layout-stop"]').waitFor({ state: 'detached' });
}

/** The computation tree of a node, with its influence. @param {Page} page */
async function showTree(page) {
  await at(page, 3, '24');
  await control(page, 'inspector-tab-tree').click();
  await control(page, 'influence-node').waitFor();
}

/** An experiment that has been made, in the laboratory. @param {Page} page @param {string} name */
async function showExperiment(page, name) {
  await page.evaluate((provided) => window.hopscope?.experiment(provided), name);
  await page.keyboard.press('x');
  await control(page, 'lab-words').waitFor();
}

/** Four networks at hop 8, each with another remedy. @param {Page} page */
async function showLanes(page) {
  await page.evaluate(async () => {
    const { hopscope } = window;
    if (!hopscope) throw new Error('the page has no window.hopscope');
    const now = hopscope.session();
    const [{ dataset, recipe }] = now.lanes;
    const lane = (/** @type {Partial<typeof recipe>} */ change) => ({ dataset, recipe: { ...recipe, ...change } });
    const remedies = [lane({ residual: 'skip' }), lane({ residual: 'initial' }), lane({ norm: 'pair' })];
    await hopscope.open({ ...now, lanes: [now.lanes[0], ...remedies], hop: 8 });
  });
  await page.waitForFunction(() => document.querySelectorAll('[data-control="lane"] canvas').length === 4);
  await page.locator('[data-control="compare-panel"]').scrollIntoViewIfNeeded();
}

/** A small graph with edges of two types, parallel ones and a loop. */
const TYPED = {
  name: 'Two kinds of ties',
  directed: true,
  nodes: ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay'].map((id) => ({ id, label: id })),
  edges: /** @type {[string, string, number, string][]} */ ([
    ['Ada', 'Ben', 1, 'likes'],
    ['Ada', 'Ben', 1, 'helps'],
    ['Ben', 'Ada', 1, 'likes'],
    ['Ben', 'Cleo', 1, 'likes'],
    ['Cleo', 'Cleo', 1, 'helps'],
    ['Cleo', 'Dan', 1, 'likes'],
    ['Dan', 'Eve', 1, 'helps'],
    ['Eve', 'Fay', 1, 'likes'],
    ['Fay', 'Ada', 1, 'helps'],
    ['Dan', 'Ada', 1, 'helps'],
  ]),
};

/** More nodes than are drawn one by one, each with its place. */
const SPIRAL = {
  name: 'Spiral',
  nodes: Array.from({ length: 5200 }, (_, v) => ({
    id: `${v}`,
    x: Math.sqrt(v) * Math.cos(2.4 * v),
    y: Math.sqrt(v) * Math.sin(2.4 * v),
  })),
  edges: Array.from({ length: 5179 }, (_, v) => /** @type {[string, string]} */ ([`${v}`, `${v + 21}`])),
};

/** Every state of the screen, each once in a size and a theme, those that matter most in more. @type {State[]} */
export const STATES = [
  { name: 'opening', size: 'wide', theme: 'light', show: (page) => at(page, 0) },
  { name: 'opening-phone', size: 'phone', theme: 'light', show: (page) => at(page, 2) },
  { name: 'opening-tablet', size: 'tablet', theme: 'dark', show: (page) => at(page, 2) },
  { name: 'step', size: 'wide', theme: 'light', show: (page) => at(page, 2, '24') },
  { name: 'step-dark', size: 'wide', theme: 'dark', show: (page) => at(page, 2, '24') },
  { name: 'step-narrow', size: 'narrow', theme: 'light', show: (page) => at(page, 3, '24') },
  { name: 'step-phone', size: 'phone', theme: 'dark', show: (page) => at(page, 3, '24') },
  {
    name: 'sub-step',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await at(page, 2, '24');
      await control(page, 'sub-step-message').check({ force: true });
    },
  },
  {
    name: 'tree',
    size: 'wide',
    theme: 'light',
    show: showTree,
  },
  {
    name: 'tree-large',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await showTree(page);
      await control(page, 'tree-enlarge').click();
      await control(page, 'tree-large').waitFor();
    },
  },
  {
    name: 'what-if',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await at(page, 2, '24');
      await page.evaluate(() => window.hopscope?.edit([{ do: 'remove-edge', from: '24', to: '19' }]));
      await control(page, 'edits-show').click();
      await control(page, 'inspector-tab-what-if').click();
    },
  },
  {
    name: 'selection',
    size: 'narrow',
    theme: 'light',
    async show(page) {
      await at(page, 2, null, { colour: 'class', filter: [{ field: 'class', is: ['Circle B'] }] });
      await control(page, 'filter').click();
      await control(page, 'filter-select').click();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'reach',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await at(page, 3, '24', { colour: 'reach' });
      await control(page, 'inspector-tab-reach').click();
    },
  },
  { name: 'collapse', size: 'wide', theme: 'light', show: (page) => at(page, 9, '24', { scale: 'zoomed' }) },
  { name: 'morph', size: 'wide', theme: 'dark', show: (page) => at(page, 1, null, { morph: 1 }) },
  { name: 'hulls', size: 'narrow', theme: 'dark', show: (page) => at(page, 1, null, { colour: 'class', hulls: true }) },
  {
    name: 'filter',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await at(page, 2, null, { colour: 'class', filter: [{ field: 'class', is: ['Circle A', 'Circle C'] }] });
      await control(page, 'filter').click();
    },
  },
  {
    name: 'typed-edges',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await page.evaluate((graph) => window.hopscope?.load(graph), TYPED);
      await page.locator('[data-control="layout-stop"]').waitFor({ state: 'detached' });
      await at(page, 2, 'Ada');
    },
  },
  {
    name: 'packages',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await load(page, 'packages');
      await at(page, 2, null, { colour: 'degree' });
    },
  },
  { name: 'compare', size: 'wide', theme: 'light', show: showLanes },
  { name: 'compare-phone', size: 'phone', theme: 'dark', show: showLanes },
  {
    name: 'laboratory',
    size: 'wide',
    theme: 'light',
    show: (page) => showExperiment(page, 'depth-sweep'),
  },
  {
    name: 'laboratory-six-hops',
    size: 'phone',
    theme: 'dark',
    show: (page) => showExperiment(page, 'six-hops'),
  },
  {
    name: 'laboratory-homophily',
    size: 'narrow',
    theme: 'light',
    async show(page) {
      await showExperiment(page, 'homophily');
      await control(page, 'lab-map-difference').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'laboratory-spectrum',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await page.keyboard.press('x');
      await control(page, 'lab-spectrum-shown').click();
      await control(page, 'lab-spectrum-chart').waitFor();
      await control(page, 'lab-spectrum').evaluate((part) => part.parentElement?.scrollIntoView());
    },
  },
  {
    name: 'training',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await control(page, 'train').click();
      await page.evaluate(() => window.hopscope?.train({ epochs: 60 }));
    },
  },
  {
    name: 'predictions',
    size: 'narrow',
    theme: 'dark',
    async show(page) {
      await page.evaluate(() => window.hopscope?.train({ epochs: 5 }));
      await at(page, 16, null, { colour: 'prediction' });
    },
  },
  {
    name: 'sample',
    size: 'narrow',
    theme: 'light',
    async show(page) {
      await page.evaluate((graph) => window.hopscope?.load(graph), SPIRAL);
      await control(page, 'sample').click();
      await control(page, 'sample-take').waitFor();
    },
  },
  { name: 'refused', size: 'narrow', theme: 'dark', address: '#version=7&hop=1', show: (page) => at(page, 1) },
  {
    name: 'palette',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await at(page, 2, '24');
      await page.keyboard.press('Control+k');
      await control(page, 'palette-query').fill('colour');
    },
  },
  {
    name: 'share',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await at(page, 2, '24');
      await control(page, 'share').click();
      await control(page, 'share-dialog').waitFor();
    },
  },
  {
    name: 'keys',
    size: 'narrow',
    theme: 'light',
    async show(page) {
      await page.keyboard.press('?');
      await control(page, 'keys').waitFor();
    },
  },
  {
    name: 'inspector-phone',
    size: 'phone',
    theme: 'light',
    async show(page) {
      await at(page, 2, '24');
      await control(page, 'inspector').evaluate((inspector) => inspector.scrollIntoView());
    },
  },
  {
    name: 'presenter',
    size: 'wide',
    theme: 'dark',
    async show(page) {
      await at(page, 2, '24');
      await page.keyboard.press('p');
    },
  },
  {
    name: 'presenter-narrow',
    size: 'narrow',
    theme: 'light',
    async show(page) {
      await at(page, 2, '24');
      await page.keyboard.press('p');
    },
  },
  {
    name: 'measures',
    size: 'narrow',
    theme: 'dark',
    async show(page) {
      await at(page, 4);
      await control(page, 'measures').click();
    },
  },
  {
    name: 'walk',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await at(page, 2, '24');
      await control(page, 'graph-walk').focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'remedies',
    size: 'wide',
    theme: 'light',
    async show(page) {
      await page.evaluate(async () => {
        await window.hopscope.load('karate');
        await window.hopscope.run({ hops: 6, norm: 'pair', rewiring: { kind: 'fosr', share: 0.15 } });
        window.hopscope.hop(3);
      });
      await control(page, 'recipe').click();
      await control(page, 'remedy-fosr-change').waitFor();
    },
  },
  { name: 'embedded', size: 'narrow', theme: 'light', address: '?embed', show: (page) => at(page, 2, '24') },
];
