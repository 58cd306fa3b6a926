import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const lights = ['light', 'dark'] as const;

/** What axe finds wrong with a page as it stands: each rule, and the first place that breaks it. */
export async function wrongsOf(page: Page): Promise<unknown> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then((result) => result.violations.map((one) => [one.id, one.nodes[0].html]))',
  );
}

/** Narrow and wide, light and dark: nothing wrong for a screen reader, nothing beyond the edge. `also`: what else is looked at in each. */
export async function looksRight(
  page: Page,
  what: string,
  {
    widths = [360, 1440],
    also,
  }: {
    widths?: readonly number[];
    also?: (width: number, light: (typeof lights)[number]) => Promise<unknown>;
  } = {},
): Promise<void> {
  for (const width of widths)
    for (const colorScheme of lights) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const found = await wrongsOf(page);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect([what, width, colorScheme, found, wide]).toEqual([what, width, colorScheme, [], width]);
      await also?.(width, colorScheme);
    }
}
