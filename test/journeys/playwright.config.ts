import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/start/browser.mjs';

const { executablePath, args, env } = await findBrowser();

/**
 * One product for all journeys; each makes what it needs and leaves the sample alone. Screens are looked at two at a time; what has to
 * appear within a second is tried alone, after them.
 */
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  projects: [
    { name: 'screens', testMatch: 'every-screen.journey.ts' },
    { name: 'ways', testMatch: 'from-*.journey.ts', dependencies: ['screens'] },
  ],
  outputDir: '../../test-results',
  workers: 2,
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
