import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Run by OidcBrowserTests, which starts the application and an authorization server beside it. */
export default defineConfig({
  ...tests,
  testMatch: 'provider.ts',
  outputDir: '../../target/e2e-provider',
  timeout: 30_000,
});
