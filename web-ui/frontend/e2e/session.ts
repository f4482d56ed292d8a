import { expect, type Page } from '@playwright/test';

export const PHONE = { width: 390, height: 844 };

/** In local mode the password is the name. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/**
 * Ends the session without a request that a page makes by itself noticing it first: whichever comes first leads to the login.
 * Until the function that is returned is called, no answer comes to what matches.
 */
export async function loseSession(page: Page, asksByItself: RegExp, cookie?: string): Promise<() => Promise<void>> {
  await page.route(asksByItself, () => undefined);
  await page.context().clearCookies(cookie ? { name: cookie } : {});
  return () => page.unroute(asksByItself);
}
