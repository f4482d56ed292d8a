import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expectOnlyReading } from './reading';
import { loseSession } from './session';

/** People who come from an OpenID provider, which is a site of its own to the browser. */
const issuer = told('PERFLOOP_ISSUER');
const target = told('PERFLOOP_TARGET');
const approval = told('PERFLOOP_APPROVAL');
const BUTTON = 'Sign in at the issuer';

test('who wants a page gets there through the provider, and the address keeps no code', async ({ page }) => {
  await page.goto(`/targets/${target}/history?days=30`);
  await expect(page).toHaveURL(/\/login\?from=/);
  await expectAccessible(page);

  await comeThrough(page, 'olga');

  await expect(page).toHaveURL(new RegExp(`/targets/${target}/history\\?days=30$`));
  await expect(page.getByRole('link', { name: 'Access of olga' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Access of olga' })).toHaveAttribute('title', /Roles: OPERATOR$/);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'PERFLOOP-SESSION');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

test('whose groups only read finds no switch that works', async ({ page }) => {
  await page.goto(`/approvals/${approval}`);
  await comeThrough(page, 'vera');
  await expect(page.getByText('You may read this but not decide it.')).toBeVisible();
  await expectOnlyReading(page, target, told('PERFLOOP_RUN'));
});

test('whose groups approve decides, under the name from the provider', async ({ page }) => {
  await page.goto(`/approvals/${approval}`);
  await comeThrough(page, 'lea');
  await page.getByLabel('Comment').fill('seen in a browser');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/Your decision is recorded|Approved by lea/).first()).toBeVisible();

  await page.reload();
  await expect(page.getByText(/by lea/).first()).toBeVisible();
  await page.goto('/targets');
  await expect(page.getByRole('button', { name: 'Register target' })).toBeEnabled();
});

test('what changes something takes the token of this site', async ({ page }) => {
  await page.goto('/access');
  await comeThrough(page, 'olga');
  await page.getByRole('button', { name: 'Create token' }).first().click();
  await page.getByLabel('Name').fill('from a browser');
  await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText(/pfl_/).first()).toBeVisible();

  const without = await page.request.post('/api/tokens', { data: { name: 'forged', roles: ['OPERATOR'] } });
  expect(without.status(), 'the cookie alone').toBe(403);
});

test('a report of a week is shown in a frame in which nothing runs', async ({ page }) => {
  await page.goto(`/targets/${target}/reports`);
  await comeThrough(page, 'vera');
  const report = page.frameLocator('iframe[title^="Report of"]');
  await expect(report.getByRole('heading', { name: 'The week' })).toBeVisible();
  await expect(page).toHaveTitle(/Reports of/);
  await expect(page.getByRole('button', { name: /Report the last seven days/ })).toBeDisabled();
  await expectAccessible(page);
});

test('a login that expired goes on at the next click, without a password, where that led', async ({ page }) => {
  await page.goto('/targets');
  await comeThrough(page, 'olga');
  await expect(page.getByRole('link', { name: target })).toBeVisible();

  const askAgain = await loseSession(page, /\/api\/(approvals|alerts)/, 'PERFLOOP-SESSION');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Runs' }).click();
  await expect(page).toHaveURL(/\/login\?from=%2Fruns$/);
  await askAgain();
  await page.getByRole('link', { name: BUTTON }).click();

  await expect(page).toHaveURL(/\/runs$/);
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
});

test('who leaves has left the provider too, and the way back shows nothing', async ({ page }) => {
  await page.goto('/targets');
  await comeThrough(page, 'olga');
  await expect(page.getByRole('link', { name: target })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/login$/);
  await page.goBack();
  await expect(page.getByRole('link', { name: BUTTON })).toBeVisible();
  await expect(page.getByRole('link', { name: target })).toHaveCount(0);

  await page.getByRole('link', { name: BUTTON }).click();
  await expect(page, 'the provider asks again').toHaveURL(`${issuer}/login`);
});

test('who has no role is told so on the login page, and may come as somebody else', async ({ page }) => {
  await page.goto('/runs');
  await comeThrough(page, 'carl');
  await expect(page.getByText('You are known, but have no role in Perfloop.')).toBeVisible();
  await expect(page).toHaveURL(/from=%2Fruns$/);
  await expectAccessible(page);

  await page.getByLabel('User name').fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('operator');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/runs$/);
});

async function comeThrough(page: Page, person: string): Promise<void> {
  await page.getByRole('link', { name: BUTTON }).click();
  await expect(page).toHaveURL(`${issuer}/login`);
  await page.getByPlaceholder('Username').fill(person);
  await page.getByPlaceholder('Password').fill(`${person}-at-issuer`);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function told(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: these tests are started by OidcBrowserTests of the module web-ui`);
  }
  return value;
}
