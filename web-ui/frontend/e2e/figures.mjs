// What a person at the browser waits for. Started by ScreenBenchmark, which fills the database and, told "MARK text" on
// standard output, ends a step of the active run with that text and answers with the moment it was committed.
import { chromium } from '@playwright/test';
import { createInterface } from 'node:readline';

const url = process.env.PERFLOOP_URL;
const LARGE = `/runs/${process.env.PERFLOOP_LARGE_RUN}/statements`;
const ACTIVE = `/runs/${process.env.PERFLOOP_ACTIVE_RUN}`;
const ROUNDS = 5;

const browser = await chromium.launch({ executablePath: process.env.PERFLOOP_CHROMIUM, args: ['--no-sandbox'] });
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const session = await signedIn();

await firstPage('/', 'h1');
await firstPage('/runs', 'tbody tr');
await interactions();
await liveEvent();
await browser.close();
process.exit(0);

async function signedIn() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await page.getByLabel('User name').fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('operator');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Nothing cached; usable is when what was asked for is there and the main thread has a pause. */
async function firstPage(path, wanted) {
  const usable = [];
  let scripts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ storageState: session });
    const page = await context.newPage();
    scripts = 0;
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const kinds = new Map();
    network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      scripts += kinds.get(requestId) === 'Script' ? encodedDataLength : 0;
    });
    await page.goto(url + path, { waitUntil: 'commit' });
    await page.locator(wanted).first().waitFor();
    usable.push(await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(performance.now())))));
    await context.close();
  }
  say(`${path} usable after`, usable, 'ms', 1500);
  console.log(`${path} JavaScript over the wire: ${(scripts / 1000).toFixed(0)} KB, goal 500 KB`);
}

/** As the Event Timing API sees them: from the input to the next frame. */
async function interactions() {
  const context = await browser.newContext({ storageState: session, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url + LARGE);
  const table = page.getByRole('tabpanel').getByRole('table').first();
  await table.getByRole('row').nth(1).waitFor();
  await page.evaluate(() => {
    window.seen = [];
    new PerformanceObserver((list) =>
      window.seen.push(...list.getEntries().map(({ name, duration }) => ({ name, duration }))),
    ).observe({
      type: 'event',
      durationThreshold: 16,
    });
  });
  const steps = {
    'sort by a column': () => table.getByRole('columnheader').nth(1).getByRole('button').first().click(),
    'open a statement': () => table.getByRole('button').nth(8).click(),
    search: () =>
      page.getByRole('tabpanel').getByRole('searchbox').first().pressSequentially('order_42', { delay: 80 }),
    'another tab': () => page.getByRole('tab', { name: 'Timeline', exact: true }).click(),
    back: () => page.getByRole('tab', { name: 'Statements', exact: true }).click(),
  };
  for (const [what, act] of Object.entries(steps)) {
    await page.evaluate(() => (window.seen = []));
    try {
      await act();
    } catch (missing) {
      console.log(`${what}: not there (${String(missing).split('\n')[0]})`);
      continue;
    }
    await page.waitForTimeout(700);
    const durations = await page.evaluate(() => window.seen.map(({ duration }) => duration));
    console.log(`${what}, 5,000 statements open: ${Math.max(16, ...durations).toFixed(0)} ms, goal 100 ms`);
  }
  await context.close();
}

async function liveEvent() {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  await page.goto(url + ACTIVE);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(2000);
  const delays = [];
  for (let round = 0; round < ROUNDS; round++) {
    const text = `marked ${round}`;
    const shown = page.evaluate(
      (wanted) =>
        new Promise((done) => {
          const look = () =>
            document.body.innerText.includes(wanted) ? done(Date.now()) : requestAnimationFrame(look);
          look();
        }),
      text,
    );
    console.log(`MARK ${text}`);
    const written = Number((await answers.next()).value);
    const at = await Promise.race([shown, page.waitForTimeout(10_000)]);
    if (at === undefined) {
      console.log(`"${text}" did not come to the screen within 10 s`);
      process.exit(1);
    }
    delays.push(at - written);
  }
  say('a step that ended is on the screen after', delays, 'ms', 1000);
  await context.close();
}

function say(what, values, unit, goal) {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((value) => value.toFixed(0));
  console.log(`${what} ${median} ${unit} (${least} to ${most} of ${values.length}), goal ${goal} ${unit}`);
}
