import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In a frame where nothing may run, axe may not either, and would be waited for. */
const SEALED = 'iframe[sandbox]';

/** As axe sees it, with real layout and colours; and nothing may be wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await page.waitForFunction(() => !document.getAnimations().some((moving) => moving instanceof CSSTransition));
  const { violations } = await new AxeBuilder({ page }).exclude(SEALED).withTags(WCAG_2_2_AA).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`),
    page.url(),
  ).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
