/** What every view of a page must be: usable narrow and wide, in the light and in the dark, by everyone. */

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects that axe finds nothing and that nothing is cut off, at each width and in both colours. */
export async function expectForEveryone(
  page: Page,
  widths: readonly number[] = [360, 1280, 1920],
): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(violations), `${colorScheme}, ${width} px`).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  }
}

/** In the browser: what axe finds, in a line each. */
async function violations(): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as {
    readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const found = await axe.run();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
