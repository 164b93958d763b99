import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { desk, expectQuietConsole, open, phone, type SamplePerson } from './product';

interface Stop {
  name: string;
  who?: SamplePerson;
  path: string;
  /** From the page at `path` to the screen that is meant. */
  then?: (page: Page) => Promise<void>;
}

const followFirst = (kind: string) => async (page: Page) => {
  await page.locator(`main a[href*="/${kind}/"]:not([href$="/new"])`).first().click();
  await page.waitForURL(new RegExp(`/${kind}/[0-9a-f-]{36}`));
};

const openVote = async (page: Page) => {
  await page.getByRole('main').getByRole('link', { name: 'Vote' }).first().click();
  await page.waitForURL(/\/ballots\/[0-9a-f-]{36}\/vote/);
};

const openBallot = async (page: Page) => {
  await openVote(page);
  await page.goto(page.url().replace('/vote', ''));
};

const stops: Stop[] = [
  { name: 'home-visitor', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'join', path: '/join' },
  { name: 'home-coordinator', who: 'coordinator', path: '/' },
  { name: 'home-focal-point', who: 'focal_point', path: '/' },
  { name: 'home-participant', who: 'participant', path: '/' },
  { name: 'recommendations', who: 'coordinator', path: '/recommendations' },
  { name: 'recommendation', who: 'coordinator', path: '/recommendations?q=RH26-10', then: followFirst('recommendations') },
  { name: 'plans', who: 'coordinator', path: '/plans' },
  { name: 'plan', who: 'coordinator', path: '/plans', then: followFirst('plans') },
  { name: 'import', who: 'coordinator', path: '/sources/import' },
  { name: 'workshops', who: 'coordinator', path: '/workshops' },
  { name: 'workshop', who: 'coordinator', path: '/workshops', then: followFirst('workshops') },
  { name: 'vote', who: 'participant', path: '/', then: openVote },
  { name: 'ballot', who: 'coordinator', path: '/', then: openBallot },
  { name: 'institutions', who: 'coordinator', path: '/institutions' },
  { name: 'institution', who: 'coordinator', path: '/institutions', then: followFirst('institutions') },
  { name: 'reminders', who: 'coordinator', path: '/reminders' },
  { name: 'account', who: 'coordinator', path: '/account' },
  { name: 'not-found', path: '/no/such/page' },
];

const sizes = { desk, phone };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const { name, who, path, then } of stops) {
    test(`${name} is free of barriers and complaints on a ${size}`, async ({ browser }) => {
      const page = await open(browser, who, { viewport });
      await page.goto(path);
      await then?.(page);
      await expect(page.locator('h1')).toBeVisible();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, 'nothing sticks out sideways').toBeLessThanOrEqual(0);
      await picture(page, `${name}-${size}-light`);
      expect(await barriers(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
      await picture(page, `${name}-${size}-dark`);
      expect(await barriers(new AxeBuilder({ page }).withRules(['color-contrast'])), 'in the dark').toEqual([]);
      expectQuietConsole(page);
      await page.context().close();
    });
  }
}

/** For people to look at: only where a folder is named, because pictures take longer than the proof. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['UPTAKE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function barriers(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
