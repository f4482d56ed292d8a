import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible';
import { loseSession, PHONE, signIn } from './session';

test('who is not signed in is asked to, and gets where they wanted to go', async ({ page }) => {
  await page.goto('/targets');
  await expect(page).toHaveURL(/\/login\?from=/);
  await expectAccessible(page);

  await page.getByLabel('User name').fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('User name or password is wrong.')).toBeVisible();

  await page.getByLabel('Password', { exact: true }).fill('operator');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/targets$/);
  await expect(page.getByRole('heading', { name: 'Targets' })).toBeVisible();
});

test('a session that was lost leads to the login page and back', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/approvals');
  await expect(page.getByRole('heading', { name: 'Approvals' })).toBeVisible();

  await page.context().clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/login\?from=%2Fapprovals/);

  await page.getByLabel('User name').fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('operator');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/approvals$/);
});

test('a session that ends while one works leads to the login at the next click, and back to where it led', async ({
  page,
}) => {
  await signIn(page, 'operator');
  const askAgain = await loseSession(page, /\/api\/(overview|runs|approvals|alerts)/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Targets' }).click();
  await expect(page).toHaveURL(/\/login\?from=%2Ftargets/);
  await askAgain();

  await page.getByLabel('User name').fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('operator');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/targets$/);
});

for (const path of ['/no-such-page', '/runs/no-such-run', '/targets/no-such-target', '/approvals/no-such-approval']) {
  test(`${path} says that there is no such thing`, async ({ page }) => {
    await signIn(page, 'operator');
    await page.goto(path);
    await expect(page.getByText(/There is no/).first()).toBeVisible();
    await expectAccessible(page);
  });
}

for (const path of [
  '/',
  '/runs',
  '/runs/new',
  '/targets',
  '/targets/new',
  '/targets/shop/monitoring',
  '/targets/shop/thresholds',
  '/monitoring',
  '/alerts?resolved=true',
  '/alerts?resolved=true&unjudged=true&target=shop&days=30',
  '/schedules',
  '/schedules/new',
  '/approvals',
  '/compare',
  '/access',
]) {
  test(`${path} is accessible in both themes and on a phone`, async ({ page }) => {
    await signIn(page, 'operator');
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /(Dark|Light) theme/ }).click();
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectAccessible(page);
  });
}

test('on a phone every page is behind the menu', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, 'operator');
  for (const name of ['Schedules', 'Alerts']) {
    await page.getByRole('button', { name: 'Open menu' }).click();
    await expectAccessible(page);
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open menu' })).toBeVisible();
  }
});

test('a lost connection is said, and mends itself', async ({ page }) => {
  await page.route('**/api/events**', (route) => route.abort());
  await signIn(page, 'operator');
  await expect(page.getByText('Live updates are interrupted.')).toBeVisible();

  await page.unroute('**/api/events**');
  await expect(page.getByText('Live updates are interrupted.')).toBeHidden({ timeout: 30_000 });
});
