import type { Page } from '@playwright/test';
import { control, drop, expect, hop, open, tabTo, test } from './app';
import { axeFindsNothing, LOOKS } from './axe';
import { fixture } from './outcome';

/** Everything that opens over the screen from a button. */
const POPOVERS = [
  ...['graph', 'layer', 'hops', 'weights', 'input', 'recipe'],
  ...['menu', 'backend', 'graph-details', 'measures', 'look', 'filter'],
];

for (const [colorScheme, width, height] of LOOKS) {
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test('axe finds nothing in any state of the screen', async ({ page, context }) => {
      test.slow();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(page, '?backend=wasm');
      await expect(control(page, 'layout-stop')).toHaveCount(0);
      await axeFindsNothing(page, 'the opening scene');
      await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), hop: 3, focus: '24' }));
      await expect(control(page, 'message-sender').first()).toBeVisible();
      await axeFindsNothing(page, 'a node in focus');
      await page.keyboard.press('Shift+ArrowRight');
      await control(page, 'as-numbers').check();
      await expect(control(page, 'matrix')).toBeVisible();
      await axeFindsNothing(page, 'in the midst of a hop, its messages as numbers');
      await control(page, 'as-numbers').uncheck();
      await page.keyboard.press('Escape');
      await page.evaluate(() => {
        const session = window.hopscope.session();
        const filter = [{ field: 'degree' as const, from: 6 }];
        return window.hopscope.open({ ...session, view: { ...session.view, hulls: true, morph: 0.5, filter } });
      });
      await control(page, 'filter').click();
      await control(page, 'filter-select').click();
      await page.keyboard.press('Escape');
      await axeFindsNothing(page, 'a selection, hulls, and half way to the embedding');
      await page.keyboard.press('l');
      await axeFindsNothing(page, 'the lasso', 'main');
      await page.keyboard.press('Escape');
      const before = await page.evaluate(() => window.hopscope.session());
      await page.evaluate(async () => {
        const { hopscope } = window;
        const classes = Array.from({ length: 11 }, (_, c) => `a class with a long name ${c}`);
        const labels = Array.from({ length: 22 }, (_, v) => v % classes.length);
        const edges = labels.slice(1).map((_, v): [number, number] => [v, v + 1]);
        await hopscope.load({ name: 'long names', nodes: labels.length, edges, labels, classes });
        const session = hopscope.session();
        await hopscope.open({ ...session, view: { ...session.view, colour: 'class' } });
      });
      await axeFindsNothing(page, 'long names of classes', 'main');
      if (width < 1024) {
        await tabTo(page, 'graph-panel');
        await expect(page.getByRole('group', { name: 'Legend' })).toBeFocused();
      }
      await page.evaluate((session) => window.hopscope.open(session), before);
      for (const name of POPOVERS) {
        await page.locator(`button[data-control="${name}"]`).click();
        await expect(page.locator('.popover:popover-open')).toBeVisible();
        await axeFindsNothing(page, `the popover of ${name}`, '.popover:popover-open');
        await page.keyboard.press('Escape');
      }
      await control(page, 'find-node').fill('1');
      await expect(control(page, 'found-node').first()).toBeVisible();
      await axeFindsNothing(page, 'nodes found', 'search');
      await control(page, 'find-node').fill('');
      await control(page, 'find-node').blur();
      await page.keyboard.press('s');
      await expect(control(page, 'share-dialog')).toBeVisible();
      await control(page, 'embed-code-shown').click();
      await axeFindsNothing(page, 'share and export', 'dialog.dialog[open]');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(control(page, 'keys')).toBeVisible();
      await axeFindsNothing(page, 'the keys', 'dialog');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(control(page, 'palette-query')).toBeFocused();
      await axeFindsNothing(page, 'all commands', 'dialog.palette');
      await page.keyboard.type('hop 3');
      await axeFindsNothing(page, 'commands found', 'dialog.palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await expect(control(page, 'presenter-bar')).toBeVisible();
      await axeFindsNothing(page, 'presenter mode');
      await page.keyboard.press('p');
      await control(page, 'term-dirichlet').focus();
      await expect(page.getByRole('tooltip')).toBeVisible();
      await axeFindsNothing(page, 'a term of the glossary', '[data-measure="dirichlet"]');
      await drop(page, [fixture('bad/noise.bin')]);
      await expect(control(page, 'notice')).toBeVisible();
      await axeFindsNothing(page, 'a notice');
    });
  });
}

/** The control that has the focus: its name, and whether a ring of two pixels or more shows it. */
function focused(page: Page): Promise<{ name: string; ring: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A radio button that is drawn as a part of a bar has its ring on what is drawn.
    const ring = [element, element.nextElementSibling, element.parentElement].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });
    const name =
      element.getAttribute('data-control') ?? element.closest('[data-control]')?.getAttribute('data-control');
    return { name: name ?? element.outerHTML.slice(0, 80), ring };
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('Tab reaches every control once, each with a ring that is seen', async ({ page }) => {
      await open(page, '?backend=wasm');
      await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), hop: 3, focus: '24' }));
      await expect(control(page, 'message-sender').first()).toBeVisible();
      await expect(control(page, 'layout-stop')).toHaveCount(0);
      const wanted = await page.evaluate(() => {
        // Of a radio group Tab comes to the one that is chosen, or to the first where none is.
        const firstOf = (group: HTMLInputElement[]) => group.find(({ checked }) => checked) ?? group[0];
        const isStop = (element: HTMLInputElement, all: HTMLInputElement[]) =>
          element.type !== 'radio' || element === firstOf(all.filter(({ name }) => name === element.name));
        return [
          ...document.querySelectorAll<HTMLInputElement>('button, input, select, textarea, a[href], [tabindex="0"]'),
        ]
          .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
          .filter((element, _, all) => isStop(element, all))
          .map((element) => element.dataset.control ?? element.outerHTML.slice(0, 80));
      });
      const reached: string[] = [];
      const unseen: string[] = [];
      await page.keyboard.press('Tab');
      for (let at = await focused(page); at && reached.length <= wanted.length; at = await focused(page)) {
        reached.push(at.name);
        if (!at.ring) unseen.push(at.name);
        await page.keyboard.press('Tab');
      }
      expect(reached).toEqual(wanted);
      expect(unseen).toEqual([]);
    });
  });
}

test('all of the story without a mouse: a layer, a node, its steps, another node, the keys', async ({ page }) => {
  await open(page, '?backend=wasm');
  await tabTo(page, 'layer');
  await page.keyboard.press('Enter');
  await tabTo(page, 'layer-gcn');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().conv)).toBe('sage');
  expect(await hop(page), 'an arrow that chooses a layer is no step').toBe(0);
  await page.keyboard.press('Escape');
  await expect(control(page, 'layer').first()).toBeFocused();
  await expect(page.locator('.popover:popover-open')).toHaveCount(0);

  await page.keyboard.press('/');
  await expect(control(page, 'find-node')).toBeFocused();
  await page.keyboard.type('30');
  await expect(control(page, 'find-node')).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Enter');
  await expect(control(page, 'inspector').getByRole('heading', { level: 2 })).toContainText('30');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(2);
  await expect(control(page, 'graph-panel')).toContainText(/Node 30 now hears from \d+ of 72 nodes/);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - heading "hopscope" [level=1]
      - button "Graph Four circles of friends"
      - button "Layer GraphSAGE"
      - button "Undo"
      - button "Menu"
      - button "Share"
    - main:
      - region "Graph 72 nodes":
        - heading "Graph 72 nodes" [level=2]
        - group "What the colours show":
          - radio "Embedding" [checked]
        - slider "Where the nodes are drawn, from layout to embedding"
        - 'img "Four circles of friends: 72 nodes and 180 edges"'
        - application "Walk the graph of 72 nodes"
        - button "Filter nodes"
      - region "Embedding · hop 2":
        - img "The embedding of 72 nodes at hop 2"
      - complementary "Inspector":
        - search:
          - combobox "Find a node"
        - heading "Node 30" [level=2]
        - tablist "About this node":
          - tab "Arithmetic" [selected]
          - tab "Tree"
          - tab "Reach"
          - tab "What if"
        - tabpanel "Arithmetic":
          - heading /^1 Message/ [level=3]
          - list:
            - listitem:
              - img /Message from \\d+. 16 values/
          - heading /^2 Aggregate/ [level=3]
          - heading /^3 Update/ [level=3]
          - heading /^Output/ [level=3]
    - region "Timeline":
      - button "One hop back"
      - button "Play"
      - button "One hop forward"
      - slider "Hop"
      - region "How alike are the nodes?"
  `);

  await tabTo(page, 'message-sender');
  const sender = (await control(page, 'message-sender').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => window.hopscope.session().focus)).toBe(sender);
  await tabTo(page, 'hop');
  await page.keyboard.press('End');
  expect(await hop(page)).toBe(16);
  await page.keyboard.press('PageDown');
  expect(await hop(page)).toBe(8);

  await page.keyboard.press('?');
  await expect(control(page, 'keys')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect(await hop(page), 'no step behind a dialog').toBe(8);
  await page.keyboard.press('Escape');
  await expect(control(page, 'keys')).toBeHidden();
  await expect(control(page, 'hop')).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.hopscope.session().focus)).toBeNull();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.evaluate(() => window.hopscope.session().focus)).toBe(sender);
});
