import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** Not a test: takes the pictures of the documentation. See pictures.ts. */
export default defineConfig({
  ...tests,
  testMatch: 'pictures.ts',
  outputDir: '../../target/pictures',
  timeout: 120_000,
});
