import { expect, test, type Download, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expectAccessible } from './accessible';
import { expectOnlyReading } from './reading';
import { PHONE, signIn } from './session';

/** The whole loop as people meet it: an operator at a desk starts and watches, an approver decides on a phone. */
test.describe.configure({ mode: 'serial' });

const WHOLE_RUN = 420_000;
const HOSTILE = '<img src=x onerror="document.title=\'owned\'"> 🚀 مرحبا';

/** The notice gives way to who decided as soon as the page has asked anew. */
const RECORDED = /Your decision is recorded|(Approved|Rejected) by approver/;

let operator: Page;
let approver: Page;
let definition = '';
let proved = '';

test.beforeAll(async ({ browser }) => {
  const file = process.env.PERFLOOP_TARGET_FILE;
  if (!file) {
    throw new Error('Name a file that describes a service to try this on: PERFLOOP_TARGET_FILE=target.yaml');
  }
  definition = readFileSync(file, 'utf8');
  operator = await (await browser.newContext()).newPage();
  approver = await (await browser.newContext({ viewport: PHONE })).newPage();
  await signIn(operator, 'operator');
  await signIn(approver, 'approver');
});

test('a target with errors is shown where they are, and is then registered', async () => {
  await operator.goto('/targets/new');
  await operator.getByRole('tab', { name: 'YAML' }).click();
  await write(operator, definition.replace('arrivalRate: 25/s', 'arrivalRate: plenty'));
  await expect(operator.getByRole('list', { name: 'Errors' }).getByText('load.arrivalRate')).toBeVisible();
  await operator.getByRole('button', { name: 'Save' }).click();
  await expect(operator).toHaveURL(/\/targets\/new$/);

  await write(operator, definition);
  await operator.getByRole('button', { name: 'Save' }).click();
  await expect(operator).toHaveURL(/\/targets\/tickets$/);
  await expectAccessible(operator);
});

test('each part of the target is asked before a run', async () => {
  await operator.getByRole('button', { name: 'Check target' }).click();
  await expect(operator.getByText('open-ticket').first()).toBeVisible({ timeout: 30_000 });
  await expect(operator.getByText('Checking').first()).toBeHidden({ timeout: 30_000 });
  await expectAccessible(operator);
});

test('a run is started and watched until it waits for a decision', async () => {
  test.setTimeout(WHOLE_RUN);
  await start(operator);
  await expect(operator.locator('.djs-container')).toBeVisible();
  await expect(operator.getByText('requests/s').first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(operator);

  await expect(operator.getByText('The run waits for a decision.')).toBeVisible({ timeout: WHOLE_RUN });
  for (const tab of ['Findings', 'Plan', 'Statements', 'Server', 'Not looked at', 'Timeline', 'Log']) {
    await operator.getByRole('tab', { name: tab, exact: true }).click();
    await expect(operator.getByRole('tabpanel').getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectAccessible(operator);
  }
});

test('who is no approver may read but not decide', async () => {
  await operator.getByRole('tab', { name: /^Approval/ }).click();
  await expect(operator.getByText('You may read this but not decide it.')).toBeVisible();
  await expectAccessible(operator);
});

test('of two approvers one wins and the other is told; a rejection wants a reason', async ({ browser }) => {
  const late = await (await browser.newContext()).newPage();
  await signIn(late, 'approver');
  for (const page of [approver, late]) {
    await page.goto('/approvals');
    await page
      .getByRole('link', { name: /tickets/ })
      .first()
      .click();
    await expect(page.getByText('CREATE INDEX CONCURRENTLY').first()).toBeVisible();
  }
  // What the first one decides must not reach the second one's screen before they click.
  await late.route('**/api/**', (route) => (route.request().method() === 'POST' ? route.continue() : route.abort()));

  await approver.getByRole('button', { name: 'Reject' }).click();
  await expect(approver.getByText('Say why, so that the next plan can be a better one.')).toBeVisible();
  await approver.getByLabel('Comment').fill(HOSTILE);
  await approver.getByRole('button', { name: 'Reject' }).click();
  await expect(approver.getByText(RECORDED).first()).toBeVisible();

  await late.getByRole('button', { name: 'Approve' }).click();
  await expect(late.getByText('Somebody has decided this already.')).toBeVisible();
  await late.close();

  await expect(operator.locator('.run-heading').getByText('Rejected')).toBeVisible({ timeout: 60_000 });
  await operator.getByRole('tab', { name: 'Approval', exact: true }).click();
  await expect(operator.getByText(HOSTILE)).toBeVisible();
  expect(await operator.title()).not.toBe('owned');
});

test('another run is approved on a phone, by keyboard', async () => {
  test.setTimeout(WHOLE_RUN);
  await start(operator);
  await expect(operator.getByText('The run waits for a decision.')).toBeVisible({ timeout: WHOLE_RUN });
  await approver.goto('/approvals');
  await approver
    .getByRole('link', { name: /tickets/ })
    .first()
    .press('Enter');
  await expect(approver.getByText('CREATE INDEX CONCURRENTLY').first()).toBeVisible();
  await expectAccessible(approver);

  await approver.getByLabel('Comment').focus();
  await approver.keyboard.type('go');
  await tabTo(approver, 'Approve and apply');
  await approver.keyboard.press('Enter');
  await expect(approver.getByText(RECORDED).first()).toBeVisible();
});

test('the verdict comes to the screen by itself', async () => {
  test.setTimeout(WHOLE_RUN);
  await expect(operator.getByText('The run waits for a decision.')).toBeHidden();
  await expect(operator.locator('.run-heading').getByText(/Targets met|Acceptable/)).toBeVisible({
    timeout: WHOLE_RUN,
  });
  await operator.getByRole('tab', { name: 'Before/after', exact: true }).click();
  await expect(operator.getByRole('tabpanel').getByText('tickets').first()).toBeVisible();
  await expectAccessible(operator);
  proved = /\/runs\/([^/]+)/.exec(operator.url())?.[1] ?? '';
});

test('the report is one page that needs nothing else, and comes as text and data too', async ({ browser }, info) => {
  const page = await exported('Report, HTML page');
  const file = info.outputPath('report.html');
  await page.saveAs(file);
  const alone = await (await browser.newContext({ offline: true, bypassCSP: true })).newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(pathToFileURL(file).href);
  await expect(alone.getByRole('heading', { level: 1 })).toContainText(proved);
  await expect(alone.getByText('tickets').first()).toBeVisible();
  await expect(alone.getByText('CREATE INDEX CONCURRENTLY').first()).toBeVisible();
  expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
  await expectAccessible(alone);
  await alone.context().close();

  const text = readFileSync(await (await exported('Report, Markdown')).path(), 'utf8');
  expect(text).toMatch(/^# Run /);
  expect(text).toContain('CREATE INDEX CONCURRENTLY');
  const data = JSON.parse(readFileSync(await (await exported('Data, JSON')).path(), 'utf8')) as object;
  expect(Object.keys(data).length).toBeGreaterThan(3);
  const archive = readFileSync(await (await exported('Data, CSV files (ZIP)')).path());
  expect(archive.subarray(0, 2).toString()).toBe('PK');
});

test('history marks what was done, and leads to two runs side by side', async () => {
  await operator.goto('/targets/tickets/history');
  await expect(operator.getByRole('heading', { name: 'What was done' })).toBeVisible();
  await expectAccessible(operator);
  await operator.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(operator).toHaveURL(/\/compare\?a=.+&b=.+/);
  await expect(operator.getByRole('heading', { name: 'Baseline load' })).toBeVisible();
  await expectAccessible(operator);
  await operator.setViewportSize(PHONE);
  await expectAccessible(operator);
  await operator.setViewportSize({ width: 1280, height: 800 });
  await operator.goto('/');
  await expect(operator.getByRole('link', { name: 'tickets' }).first()).toBeVisible();
  await expectAccessible(operator);
});

test('who only reads finds no switch that works, and the API refuses as well', async ({ browser }) => {
  const viewer = await (await browser.newContext()).newPage();
  await signIn(viewer, 'viewer');
  await expectOnlyReading(viewer, 'tickets', proved);
  await viewer.context().close();
});

async function exported(name: string): Promise<Download> {
  await operator.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    operator.waitForEvent('download'),
    operator.getByRole('menuitem', { name }).click(),
  ]);
  return download;
}

async function write(page: Page, yaml: string): Promise<void> {
  const editor = page.getByLabel('Target definition in YAML');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(yaml);
}

async function start(page: Page): Promise<void> {
  await page.goto('/runs/new?target=tickets');
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page).toHaveURL(/\/runs\/\d{8}-\d{6}-/);
}

async function tabTo(page: Page, button: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused.trim() === button) {
      return;
    }
  }
  throw new Error(`"${button}" is not reached by the Tab key`);
}
