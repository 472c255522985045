import type { Page } from '@playwright/test';
import { control, drop, expect, hop, open, test } from './app';
import { textFile } from './outcome';

/** What the screen is made of: every control, panel header, legend and caption that is seen. */
const PARTS = [
  '[data-control]:is(button, input, select, textarea)',
  ...['.view-header > *', '.view-legend', '.view-caption', '.transport > *'],
].join();

/** What holds its words inside. */
const FRAMES = 'header, section, aside, dialog, .popover, .shell';

const POPOVERS = [
  ...['graph', 'layer', 'hops', 'weights', 'input', 'recipe'],
  ...['menu', 'backend', 'graph-details', 'measures', 'look', 'filter'],
];

/** What opens the panels beside the views. */
const OPENERS = { training: 'train', compare: 'compare', lab: 'lab' };

/** Texts that may end in an ellipsis: what they name is named in full elsewhere. */
const MAY_END_EARLY = '.pill-value, .message-sender, .legend-label';

/** Everything on screen that runs over, is cut, lies over something else or is too small to hit. */
function faults(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate(
    ([parts, mayEndEarly, frames, within]) => {
      const found: string[] = [];
      const nameOf = (element: Element) =>
        `${element.getAttribute('data-control') ?? element.className} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
      const report = (what: string, ...elements: Element[]) =>
        found.push(`${elements.map(nameOf).join(' and ')}: ${what}`);
      const seen = (element: Element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && visibleBox(element).width > 1;

      const root = document.querySelector(within) as Element;
      const scroller = document.scrollingElement as Element;
      if (scroller.scrollWidth > innerWidth)
        report(`wider than the window by ${scroller.scrollWidth - innerWidth}`, scroller);

      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
        if (!text || !seen(element) || element.closest('.visually-hidden')) continue;
        const { overflowX } = getComputedStyle(element);
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && overflowX !== 'visible') {
          if (!element.matches(mayEndEarly))
            report(`cut after ${element.clientWidth} of ${element.scrollWidth} pixels`, element);
        }
        const words = document.createRange();
        words.selectNodeContents(element);
        const [box, frame] = [words.getBoundingClientRect(), frameOf(element)];
        if (
          overflowX === 'visible' &&
          frame &&
          !element.closest('.matrix') &&
          (box.right > frame.right + 1 || box.left < frame.left - 1)
        ) {
          report('beyond the edge of its panel', element);
        }
      }

      const shown = [...root.querySelectorAll<HTMLElement>(parts)]
        .filter(seen)
        .map((element) => ({ element, box: visibleBox(element), pinned: pinned(element) }));
      for (const [index, a] of shown.entries()) {
        for (const b of shown.slice(index + 1)) {
          const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (x <= 1 || y <= 1 || a.element.contains(b.element) || b.element.contains(a.element)) continue;
          // What stays in sight while the page scrolls under it lies over the page by design.
          if (a.pinned === b.pinned) report(`overlap by ${Math.round(x)} × ${Math.round(y)}`, a.element, b.element);
        }
      }

      for (const element of root.querySelectorAll<HTMLElement>('button, input, select, textarea, [role="slider"]')) {
        // The words of a sentence are as high as its lines; a hidden radio button is hit by its label.
        if (!seen(element) || element.matches('.tooltip-words')) continue;
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        if (Math.round(width) < 24 || Math.round(height) < 24)
          report(`only ${Math.round(width)} × ${Math.round(height)} to hit`, element);
      }
      return found;

      /** The box of the nearest panel around; one that is laid out as its parts has none. */
      function frameOf(element: Element): DOMRect | undefined {
        for (let at = element.closest(frames); at; at = at.parentElement?.closest(frames) ?? null) {
          const box = at.getBoundingClientRect();
          if (box.width > 0) return box;
        }
        return undefined;
      }

      /** What is left of an element's box inside everything that scrolls around it. */
      function visibleBox(element: Element): DOMRect {
        const box = element.getBoundingClientRect();
        let { left, top, right, bottom } = box;
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
          if (getComputedStyle(at).overflowY === 'visible') continue;
          const frame = at.getBoundingClientRect();
          [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
          [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
        }
        return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : new DOMRect();
      }

      function pinned(element: Element): boolean {
        for (let at: Element | null = element; at; at = at.parentElement) {
          if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
        }
        return false;
      }
    },
    [PARTS, MAY_END_EARLY, FRAMES, within] as const,
  );
}

const SIZES = [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const;

/** Does something with the page in windows of all sizes, in both themes, each once it is laid out there. */
async function inEverySize(page: Page, look: (size: string) => Promise<void>): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await look(`${width} × ${height}, ${colorScheme}`);
    }
  }
}

/** The opening scene with a node in focus, with a legend as long as it comes. */
const focusOn = (page: Page, focus: string) =>
  page.evaluate(
    (node) =>
      window.hopscope.open({
        ...window.hopscope.session(),
        ...{ hop: 3, focus: node, view: { colour: 'class', scale: 'zoomed', layoutSeed: 1 } },
      }),
    focus,
  );

test('nothing runs over, is cut, overlaps or is too small to hit: at rest, and with a node in focus', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  const nowhere = (state: string) =>
    inEverySize(page, async (size) => expect.soft(await faults(page), `${state}, ${size}`).toEqual([]));
  await nowhere('the opening scene');
  await focusOn(page, '24');
  await expect(control(page, 'message-sender').first()).toBeVisible();
  await nowhere('a node in focus');
  await control(page, 'as-numbers').check();
  await nowhere('its messages as numbers');
  await page.keyboard.press('Shift+ArrowRight');
  await nowhere('in the midst of a hop');
  await page.evaluate(() => {
    const session = window.hopscope.session();
    const filter = [{ field: 'degree' as const, from: 6 }];
    return window.hopscope.open({ ...session, view: { ...session.view, hulls: true, morph: 0.5, filter } });
  });
  await nowhere('hulls, a filter, and half way to the embedding');
  for (const tab of ['tree', 'reach', 'what-if']) {
    await control(page, `inspector-tab-${tab}`).click();
    await expect(control(page, 'inspector').locator('[aria-busy="true"]')).toHaveCount(0);
    // What grows with the width is asked for anew, and comes a moment later.
    await inEverySize(page, (size) => expect.poll(() => faults(page), `${tab}, ${size}`).toEqual([]));
  }
});

test('nor does what opens over the screen', async ({ page }) => {
  await open(page, '?backend=wasm');
  await focusOn(page, '24');
  await inEverySize(page, async (size) => {
    for (const name of POPOVERS) {
      await page.locator(`button[data-control="${name}"]`).click();
      await expect(page.locator('.popover:popover-open')).toBeVisible();
      await expect.poll(() => faults(page, '.popover:popover-open'), `the popover of ${name}, ${size}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('s');
    await expect(control(page, 'share-dialog')).toBeVisible();
    await control(page, 'embed-code-shown').click();
    expect.soft(await faults(page, 'dialog[open]'), `share and export, ${size}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect.soft(await faults(page, 'dialog'), `the keys, ${size}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(control(page, 'palette-query')).toBeFocused();
    expect.soft(await faults(page, 'dialog.palette'), `all commands, ${size}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    expect.soft(await faults(page), `presenter mode, ${size}`).toEqual([]);
    await page.keyboard.press('p');
  });
});

test('nor does what stands beside the views or, where these stack, on the timeline', async ({ page }) => {
  await open(page, '?backend=wasm');
  await focusOn(page, '24');
  for (const name of ['training', 'compare', 'lab'] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator(`button[data-control="${OPENERS[name]}"]`).click();
    await expect(control(page, `${name}-panel`)).toBeVisible();
    await inEverySize(page, async (size) => {
      await expect.poll(() => faults(page), `${name}, ${size}`).toEqual([]);
      await control(page, 'step-forward').click({ trial: true });
      await control(page, 'hop').click({ trial: true });
    });
    await control(page, `${name}-close`).click();
  }
});

test('the parts of a hop and the verdict stay in sight, also where there is little room', async ({ page }) => {
  await open(page, '?backend=wasm');
  await focusOn(page, '24');
  for (const [width, height] of [...SIZES, [1280, 720]] as const) {
    await page.setViewportSize({ width, height });
    await expect(control(page, 'sub-step'), `${width} × ${height}`).toHaveCount(1);
    await expect(control(page, 'sub-step')).toBeInViewport({ ratio: 1 });
    if (width < 1024) continue;
    await page.keyboard.press('p');
    await expect(page.locator('.readings-verdict'), `presented, ${width} × ${height}`).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('p');
  }
});

test('names as long as they come break nothing, and the timeline is always at hand', async ({ page }) => {
  await open(page, '?backend=wasm');
  const long = 'Wolfeschlegelsteinhausenbergerdorff the Elder';
  await page.evaluate(async (name) => {
    const people = Array.from({ length: 30 }, (_, v) => ({
      id: `${name} ${v}`,
      class: `${name} of class ${v % 15}`,
    }));
    const edges = people.slice(1).map(({ id }): [string, string] => [people[0].id, id]);
    await window.hopscope.load({ name: `${name} and friends`, nodes: people, edges });
  }, long);
  await focusOn(page, `${long} 0`);
  await expect(control(page, 'message-sender').first()).toBeVisible();
  // Without classes too: what cannot be done then says why, which must make no room for itself.
  await page.setViewportSize({ width: 390, height: 844 });
  const named = await page.evaluate(() => window.hopscope.session());
  await page.evaluate(() => window.hopscope.load('grid'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'without classes').toBe(0);
  await page.evaluate((session) => window.hopscope.open(session), named);
  await expect(control(page, 'message-sender').first()).toBeVisible();
  await inEverySize(page, async (size) => {
    expect.soft(await faults(page), `long names, ${size}`).toEqual([]);
    await drop(page, [textFile(`${'a-very-long-name-'.repeat(8)}.csv`, 'a')]);
    await expect(control(page, 'notice')).toBeVisible();
    expect.soft(await faults(page, '.notices'), `a notice, ${size}`).toEqual([]);
    await control(page, 'notice-dismiss').click();

    for (const share of [0, 0.5, 1]) {
      await page.evaluate((to) => window.scrollTo(0, to * document.body.scrollHeight), share);
      const before = await hop(page);
      await control(page, share === 0.5 ? 'step-back' : 'step-forward').click({ trial: true });
      await page.keyboard.press(share === 0.5 ? 'ArrowLeft' : 'ArrowRight');
      expect(await hop(page)).not.toBe(before);
      await expect(control(page, 'hop')).toBeInViewport({ ratio: 1 });
    }
  });
});
