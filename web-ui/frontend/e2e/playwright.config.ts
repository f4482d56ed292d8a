import { defineConfig } from '@playwright/test';

/** The stack is started by whoever starts these tests: BrowserIT in module local, or a person with ./perfloop up. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../target/e2e',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.PERFLOOP_URL ?? 'http://127.0.0.1:8090',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.PERFLOOP_CHROMIUM && { executablePath: process.env.PERFLOOP_CHROMIUM }),
      args: ['--no-sandbox'],
    },
  },
});
