import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';

const entry = (page: Page, command: string) => page.locator(`[data-command="${command}"]`);

async function openPalette(page: Page, query = ''): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(control(page, 'palette-query')).toBeFocused();
  await page.keyboard.type(query);
}

test.describe('the palette', () => {
  test('finds a command by some of its letters, does it, and gives the focus back', async ({ page }) => {
    await open(page, '?backend=wasm');
    await control(page, 'layer').first().focus();
    await openPalette(page, 'gatv');
    await expect(entry(page, 'layer.gatv2')).toHaveAttribute('aria-selected', 'true');
    await expect(control(page, 'palette-query')).toHaveAttribute(
      'aria-activedescendant',
      (await entry(page, 'layer.gatv2').getAttribute('id')) ?? '',
    );
    await page.keyboard.press('Enter');
    await expect(control(page, 'palette')).toHaveCount(0);
    await expect(control(page, 'layer').first()).toBeFocused();
    await expect.poll(() => page.evaluate(() => window.hopscope.recipe().conv)).toBe('gatv2');
  });

  test('goes to a graph, a hop and a node', async ({ page }) => {
    await open(page, '?backend=wasm');
    await openPalette(page, 'karate');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(34);
    await openPalette(page, '7');
    await expect(entry(page, 'step.to')).toHaveText('Go to hop 7Step');
    await page.keyboard.press('Enter');
    expect(await hop(page)).toBe(7);
    await openPalette(page, '33');
    await entry(page, 'node.33').or(entry(page, 'node.32')).first().click();
    await expect.poll(() => page.evaluate(() => window.hopscope.session().focus)).toBe('33');
  });

  test('is gone through by arrows, says why something cannot be done, and then does not do it', async ({ page }) => {
    await open(page, '?backend=wasm');
    await openPalette(page);
    await page.keyboard.press('ArrowDown');
    await expect(entry(page, 'step.back')).toHaveAttribute('aria-selected', 'true');
    await expect(entry(page, 'step.back')).toHaveAttribute('aria-disabled', 'true');
    await expect(entry(page, 'step.back')).toContainText('This is hop 0: the input.');
    await page.keyboard.press('Enter');
    await expect(control(page, 'palette')).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const last = page.getByRole('option').last();
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await expect(last).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(control(page, 'palette')).toHaveCount(0);
    expect(await hop(page)).toBe(0);
  });

  test('says when nothing answers, and closes by a press beside it', async ({ page }) => {
    await open(page, '?backend=wasm');
    await openPalette(page, 'zzzz');
    await expect(control(page, 'palette').getByRole('status')).toContainText('Nothing here answers to “zzzz”');
    await page.mouse.click(20, 800);
    await expect(control(page, 'palette')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    expect(await hop(page), 'keys are the page’s again').toBe(1);
  });

  test('opens from a text field and from an open popover, whose keys are else their own', async ({ page }) => {
    await open(page, '?backend=wasm');
    await control(page, 'find-node').focus();
    await openPalette(page);
    await page.keyboard.press('Control+k');
    await expect(control(page, 'palette')).toHaveCount(0);
    await expect(control(page, 'find-node')).toBeFocused();
    await page.locator('button[data-control="hops"]').click();
    await control(page, 'hops-number').focus();
    await openPalette(page, 'presenter');
    await page.keyboard.press('Enter');
    await expect(control(page, 'presenter-bar')).toBeVisible();
  });

  test('keeps what is typed while it is being fetched', async ({ page }) => {
    let send = () => {};
    const asked = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route('**/assets/palette-*.js', async (route) => {
      await asked;
      await route.continue();
    });
    await open(page, '?backend=wasm');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('hop 12');
    await page.keyboard.press('Backspace');
    await expect(control(page, 'palette')).toHaveCount(0);
    expect(await hop(page), 'no letter is a command of its own').toBe(0);
    send();
    await expect(control(page, 'palette-query')).toHaveValue('hop 1');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    expect(await hop(page)).toBe(14);
  });

  test('is a combobox over a list in groups', async ({ page }) => {
    await open(page, '?backend=wasm');
    await openPalette(page, 'undo');
    await expect(control(page, 'palette')).toMatchAriaSnapshot(`
      - dialog "All commands":
        - combobox "Command, node or hop" [expanded]: undo
        - button "Close"
        - listbox "Commands":
          - option /Undo There is nothing to undo/ [disabled] [selected]
        - status: 3 entries
    `);
  });
});

test('undo goes back over everything that was changed, step by step, and redo forward', async ({ page }) => {
  test.slow();
  await open(page, '?backend=wasm');
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  const session = () => page.evaluate(() => window.hopscope.session());
  const atRest = () =>
    page.waitForFunction(() => !document.querySelector('[data-control="run"], [data-control="layout-stop"]'));
  const wait = async (id: string) => {
    await openPalette(page, id);
    await page.keyboard.press('Enter');
    await expect(control(page, 'palette')).toHaveCount(0);
    await atRest();
  };
  const changes = [
    () => wait('Layer: SAGE'),
    () => page.keyboard.press('ArrowRight').then(() => page.keyboard.press('ArrowRight')),
    () => wait('Focus on Node 24'),
    () => wait('Focus on Node 30'),
    () => control(page, 'inspector-tab-reach').click(),
    async () => {
      await control(page, 'find-companion').fill('24');
      await control(page, 'found-node').first().click();
    },
    () => control(page, 'inspector-tab-tree').click(),
    async () => {
      await control(page, 'filter').click();
      await control(page, 'filter-add').selectOption('class');
      await control(page, 'filter-value').first().uncheck();
    },
    async () => {
      await control(page, 'filter-select').click();
      await page.keyboard.press('Escape');
    },
    () => wait('Colour by degree'),
    () => wait('Embedding zoomed'),
    () => wait('Show or hide Root of energy'),
    () => wait('Let the layout settle'),
    () => wait('Graph: Zachary'),
  ];
  const sessions = [await session()];
  for (const change of changes) {
    const before = JSON.stringify(sessions.at(-1));
    await change();
    await expect.poll(async () => JSON.stringify(await session())).not.toBe(before);
    // What is undone before it is there is undone together with what was before it.
    await atRest();
    sessions.push(await session());
  }
  for (const expected of sessions.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z');
    await expect.poll(session).toEqual(expected);
    await atRest();
  }
  await expect(control(page, 'undo')).toBeDisabled();
  for (const expected of sessions.slice(1)) {
    await page.keyboard.press('Control+y');
    await expect.poll(session).toEqual(expected);
    await atRest();
  }
  await expect(control(page, 'redo')).toBeDisabled();
});

test('the list of keys names every key, what undo goes over, and is true', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.keyboard.press('?');
  const keys = control(page, 'keys');
  await expect(keys).toBeVisible();
  await expect(keys).toContainText('Undo goes over all that the address carries: graph, edits of the graph, recipe');
  const listed = await keys
    .locator('dl > div')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${[...row.querySelectorAll('kbd')].map((cap) => cap.textContent).join(' ')}: ${row.querySelector('dd')?.textContent}`,
      ),
    );
  expect(listed).toEqual(
    expect.arrayContaining(['→: Next hop', 'Space: Play or pause', 'Ctrl K: All commands', 'P: Presenter mode']),
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().hops)).toBe(17);
  await page.keyboard.press('r');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights)).toMatchObject({ seed: 26 });
});

test('share, keys and presenter mode by keyboard alone, each as it is heard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?backend=wasm');
  await page.keyboard.press('s');
  const share = control(page, 'share-dialog');
  await expect(control(page, 'share-address-copy')).toHaveText('Copied');
  await expect(share).toMatchAriaSnapshot(`
    - dialog "Share and export":
      - banner:
        - heading "Share and export" [level=2]
        - button "Close"
      - region "Link":
        - textbox "Link"
        - button "Copied"
        - status: "Link: copied"
        - button "Save a session file"
      - region "Files of what is on screen, at hop 0":
        - list:
          - listitem:
            - paragraph:
              - strong: Graph
            - button "Graph as PNG"
            - button "Graph as SVG"
            - button "Graph as CSV"
            - button "Graph as NPY"
            - button "Graph as JSON"
            - button "Copy the numbers of graph"
  `);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-control'));
  for (let presses = 0; presses < 60 && (await focused()) !== 'export-measures-csv'; presses++) {
    await page.keyboard.press('Tab');
  }
  expect(await focused()).toBe('export-measures-csv');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/measures\.csv$/);
  await expect(share.getByText(/^Saved: /)).toBeVisible();
  // One key upon the other: none is lost while the browser closes the dialog.
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(control(page, 'keys')).toMatchAriaSnapshot(`
    - dialog "Keys":
      - banner:
        - heading "Keys" [level=2]
        - button "Close"
      - heading "Step" [level=3]
  `);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(control(page, 'presenter-bar')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(control(page, 'presenter-bar')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => hop(page)).toBe(0);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => hop(page)).toBe(1);
});

test('presenter mode has larger type, less around, the same keys, and a way out by key and by mouse', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  const size = () =>
    control(page, 'graph-panel')
      .locator('.view-caption')
      .evaluate((caption) => Number.parseFloat(getComputedStyle(caption).fontSize));
  const usual = await size();
  await page.keyboard.press('p');
  await expect(control(page, 'presenter-bar')).toContainText('Four circles of friends · GCN · 16 hops');
  await expect(control(page, 'top-bar')).toBeHidden();
  await expect(control(page, 'fit-graph')).toBeHidden();
  expect(await size()).toBeCloseTo(1.25 * usual);
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(1);
  await openPalette(page, 'Layer: GIN');
  await page.keyboard.press('Enter');
  await expect(control(page, 'presenter-bar')).toContainText('GIN');
  await page.keyboard.press('Escape');
  await expect(control(page, 'presenter-bar')).toHaveCount(0);
  await page.keyboard.press('p');
  await control(page, 'leave-presenting').click();
  await expect(control(page, 'top-bar')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the menu holds what has no room, by touch', async ({ page }) => {
    await open(page, '?backend=wasm');
    await expect(control(page, 'undo')).toBeHidden();
    await page.locator('button[data-control="step-forward"]').tap();
    expect(await hop(page)).toBe(1);
    await page.locator('button[data-control="menu"]').tap();
    await expect(control(page, 'menu-page-redo')).toHaveAttribute('aria-disabled', 'true');
    await control(page, 'menu-page-undo').tap();
    await expect.poll(() => hop(page)).toBe(0);
    await page.locator('button[data-control="menu"]').tap();
    await control(page, 'menu-page-palette').tap();
    await control(page, 'palette-query').fill('colour degree');
    await entry(page, 'colour.degree').tap();
    await expect.poll(() => page.evaluate(() => window.hopscope.session().view.colour)).toBe('degree');
    await page.locator('button[data-control="menu"]').tap();
    await control(page, 'menu-view-present').tap();
    await control(page, 'leave-presenting').tap();
    await expect(control(page, 'top-bar')).toBeVisible();
  });
});
