import { test as base, expect, type Page } from '@playwright/test';
import type { HopscopeApi } from '../src/app/api';

declare global {
  interface Window {
    hopscope: HopscopeApi;
  }
}

export { expect };

/** Fails a test that leaves an error in the console or an uncaught exception, unless the test says it expects them. */
export const test = base.extend<{ consoleErrors: string[] }>({
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(errors);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the page at `address` (relative to the built site) and waits for the first trace. */
export async function open(page: Page, address = ''): Promise<void> {
  await page.goto(`./${address}`);
  await page.waitForFunction(() => window.hopscope !== undefined);
  await page.evaluate(() => window.hopscope.ready);
}

export function control(page: Page, name: string) {
  return page.locator(`[data-control="${name}"]`);
}

/** The hop on screen, by the scripting API. */
export function hop(page: Page): Promise<number> {
  return page.evaluate(() => window.hopscope.hop());
}

/** Presses Tab, or goes back, until a control has the keyboard. */
export async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const there = await page.evaluate(() =>
      document.activeElement?.closest('[data-control]')?.getAttribute('data-control'),
    );
    if (there === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Drops files on the page, as a visitor would from a folder. */
export async function drop(page: Page, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Clicks a node where a view has drawn it. */
export async function clickNode(page: Page, view: 'graph' | 'embedding', node: number): Promise<void> {
  const place = await page.evaluate(([name, index]) => window.hopscope.viewportOf(name, index), [view, node] as const);
  await page.mouse.click(place.x, place.y);
}
