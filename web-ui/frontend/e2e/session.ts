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
