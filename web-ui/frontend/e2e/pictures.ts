import { test, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { expectAccessible } from './accessible';
import { PHONE, signIn } from './session';

/**
 * The pictures of docs/images, of every page, taken of a running Perfloop with a run that has ended:
 *
 *   PERFLOOP_URL=http://127.0.0.1:8090 PERFLOOP_CHROMIUM=$(command -v chromium) npm run pictures
 *
 * It only reads. PERFLOOP_RUN and PERFLOOP_TARGET choose what is shown; else the newest run that proved something. PERFLOOP_ONLY names
 * the pictures to be taken, as alerts,thresholds.
 */
const FOLDER = process.env.PERFLOOP_PICTURES ?? fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const ONLY = process.env.PERFLOOP_ONLY?.split(',') ?? null;
const WIDE = { width: 1280, height: 800 };
/** So much of a long page is enough. */
const HIGHEST = 1600;

interface Run {
  id: string;
  target: string;
  outcome: string | null;
}

interface Picture {
  name: string;
  path: string;
  /** What is done to the page before. */
  first?: (page: Page) => Promise<void>;
  /** Only the tabs and what is in them. */
  inTabs?: boolean;
}

const openRow = (page: Page) => page.locator('.opener').first().click();

/** Who was told, where there are receivers. */
async function openDeliveries(page: Page): Promise<void> {
  const told = page.locator('.alert-deliveries summary');
  if ((await told.count()) > 0) {
    await told.first().click();
  }
}

/** Of a series that something holds for, with a threshold that it would have passed. */
async function openThreshold(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'usual at this hour' }).first().getByRole('link').click();
  await page.getByText(/It would have fired/).waitFor();
}

function pictures({ id, target }: Run, pair: [Run, Run] | null): Picture[] {
  const run = `/runs/${id}`;
  return [
    { name: 'overview', path: '/' },
    { name: 'runs', path: '/runs' },
    { name: 'start-run', path: `/runs/new?target=${target}` },
    { name: 'targets', path: '/targets' },
    { name: 'target', path: `/targets/${target}` },
    {
      name: 'target-yaml',
      path: `/targets/${target}`,
      first: (page) => page.getByRole('tab', { name: 'YAML' }).click(),
    },
    { name: 'history', path: `/targets/${target}/history` },
    { name: 'monitoring', path: `/targets/${target}/monitoring` },
    { name: 'thresholds', path: `/targets/${target}/thresholds` },
    {
      name: 'threshold',
      path: `/targets/${target}/thresholds`,
      first: openThreshold,
    },
    { name: 'kpis', path: '/monitoring' },
    { name: 'alerts', path: '/alerts?resolved=true', first: openDeliveries },
    { name: 'schedules', path: '/schedules' },
    ...(pair ? [{ name: 'compare', path: `/compare?a=${pair[0].id}&b=${pair[1].id}` }] : []),
    { name: 'approvals', path: '/approvals' },
    { name: 'run', path: run },
    { name: 'evidence-chain', path: `${run}/findings`, inTabs: true },
    { name: 'plan', path: `${run}/plan`, inTabs: true },
    { name: 'approval', path: `${run}/approval`, inTabs: true },
    { name: 'before-after', path: `${run}/before-after`, inTabs: true },
    { name: 'statements', path: `${run}/statements`, inTabs: true },
    { name: 'statement-plan', path: `${run}/statements`, inTabs: true, first: openRow },
    { name: 'requests', path: `${run}/requests`, inTabs: true },
    { name: 'tables', path: `${run}/tables`, inTabs: true },
    { name: 'server', path: `${run}/server`, inTabs: true },
    { name: 'machine', path: `${run}/machine`, inTabs: true },
    { name: 'flame-graph', path: `${run}/flame-graphs`, inTabs: true },
    { name: 'not-looked-at', path: `${run}/not-looked-at`, inTabs: true },
    { name: 'timeline', path: `${run}/timeline`, inTabs: true },
    { name: 'log', path: `${run}/log`, inTabs: true },
  ];
}

const DARK = ['overview', 'run', 'before-after', 'monitoring', 'threshold', 'kpis'];
const ON_PHONES = ['overview', 'approval', 'runs', 'alerts', 'threshold', 'kpis'];

test('login', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('User name').waitFor();
  await page.screenshot({ path: `${FOLDER}/login.png` });
});

test('who may what', async ({ page }) => {
  await signIn(page, 'admin');
  await taken(page, { name: 'access', path: '/access' });
});

test('pages', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'approver');
  const { items } = (await (await page.request.get('/api/runs?limit=200')).json()) as { items: Run[] };
  const ended = items.filter(({ outcome }) => outcome !== null);
  const shown =
    ended.find(({ id }) => id === process.env.PERFLOOP_RUN) ??
    ended.find(({ outcome }) => outcome === 'TARGETS_MET' || outcome === 'ACCEPTABLE') ??
    ended[0];
  if (!shown) {
    throw new Error('There is no run that has ended: start one, or ./perfloop demo');
  }
  const all = pictures(shown, pairOf([shown, ...ended])).filter(({ name }) => ONLY?.includes(name) ?? true);
  for (const picture of all) {
    await taken(page, picture);
  }
  await page.getByRole('button', { name: 'Dark theme' }).click();
  for (const picture of all.filter(({ name }) => DARK.includes(name))) {
    await taken(page, { ...picture, name: `${picture.name}-dark` });
  }
  await page.getByRole('button', { name: 'Light theme' }).click();
  await page.setViewportSize(PHONE);
  for (const picture of all.filter(({ name }) => ON_PHONES.includes(name))) {
    await taken(page, { ...picture, name: `${picture.name}-phone` });
  }
});

/** The first of them that has another run of its target, with that one before it. */
function pairOf(runs: Run[]): [Run, Run] | null {
  for (const run of runs) {
    const other = runs.find(({ id, target }) => id !== run.id && target === run.target);
    if (other) {
      return [other, run];
    }
  }
  return null;
}

/** A page that axe finds fault with is not shown to anybody. */
async function taken(page: Page, { name, path, first, inTabs }: Picture): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined); // the live stream stays open
  await first?.(page);
  await page.waitForTimeout(500); // charts and diagrams draw once they know their size
  await expectAccessible(page);
  await page.evaluate(() => window.scrollTo(0, 0)); // what stays on top of the window shall be on top of the picture
  const { width } = page.viewportSize() ?? WIDE;
  const box = inTabs ? await page.locator('.run-tabs').boundingBox() : null;
  const y = Math.floor(box?.y ?? 0);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: `${FOLDER}/${name}.png`,
    fullPage: true,
    clip: { x: 0, y, width, height: Math.min(HIGHEST, height - y) },
  });
}
