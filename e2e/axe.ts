import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app';

/** Each theme once, and each width: colours do not depend on the width, nor places on the theme. */
export const LOOKS = [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const;

/** Checks the page, or a part of it, by all of axe's rules; goes on after a fault. @param state what it is in, for the report. */
export async function axeFindsNothing(page: Page, state: string, part?: string): Promise<void> {
  // The page has no frames, whose results would be put together in a page of their own: that takes as long as the check itself.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(found, state).toEqual([]);
}
