import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/start/browser.mjs';

const { executablePath, args, env } = await findBrowser();

/** One product for all journeys; each makes what it needs and leaves the sample alone. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  globalSetup: './start-product.ts',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args, env: env as Record<string, string> },
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    trace: 'retain-on-failure',
  },
});
