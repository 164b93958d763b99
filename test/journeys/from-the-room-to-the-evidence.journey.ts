import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectQuietConsole, mailsTo, open, phone, product } from './product';

const FOCAL_POINT = 'mireille.dankwa@example.org';
const AT_ONCE = { timeout: 1000 };

/** The sample's own document under another title, so that it is a new one; or the real one, where a folder names it. */
const documentText = () => {
  const folder = process.env['UPTAKE_INPUTS'];
  if (folder) return readFileSync(join(folder, 'workshop-recommendations.txt'), 'utf8');
  const sample = readFileSync(join(import.meta.dirname, '../../apps/cli/src/sample/workshop.txt'), 'utf8');
  return sample.replaceAll('International Workshop', `Workshop ${Date.now()}`);
};

const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });

test('a document becomes recommendations, a vote, assignments, reports and a reminder, live on every screen @document', async ({
  browser,
}) => {
  const coordinator = await open(browser, 'coordinator');
  const participant = await open(browser, undefined, { viewport: phone });
  const focalPoint = await open(browser, 'focal_point');
  const reader = await open(browser);

  await test.step('the coordinator brings the document in', async () => {
    await coordinator.goto('/sources/import');
    await coordinator.getByLabel('Text of the document').fill(documentText());
    await coordinator.getByRole('button', { name: 'Read it' }).click();
    await expect(coordinator.getByText('30 items in 10 sections')).toBeVisible();
    await coordinator.getByLabel('Who may see it').selectOption({ label: 'Everybody' });
    await coordinator.getByLabel('Time zone').selectOption('Europe/Brussels');
    await coordinator.getByRole('button', { name: 'Import 30 items' }).click();
    await coordinator.getByRole('link', { name: 'Make the workshop' }).click();
  });

  let room = '';
  await test.step('and makes the workshop from what was found in it', async () => {
    await expect(coordinator.getByLabel('First day')).not.toHaveValue('');
    await coordinator.getByRole('button', { name: 'Make the workshop' }).click();
    await coordinator.waitForURL(/\/workshops\/[0-9a-f-]{36}$/);
    room = await coordinator.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/workshops/${id}`);
      return ((await answer.json()) as { joinCode: string }).joinCode;
    }, coordinator.url().split('/').at(-1));
    await expect(coordinator.getByText(`${room.slice(0, 3)} ${room.slice(3)}`)).toBeVisible();
  });

  await test.step('a participant joins with the code, without an account', async () => {
    await participant.goto(`/join/${room}`);
    await participant.getByLabel('I am here for').selectOption({ label: 'Civil society' });
    await participant.getByRole('button', { name: 'Join' }).click();
    await expect(participant.getByText('You are in.')).toBeVisible();
  });

  await test.step('the coordinator opens a ballot; it opens on the phone', async () => {
    await coordinator.getByRole('link', { name: 'New ballot' }).click();
    await coordinator.getByLabel('Title').fill('First reading');
    await coordinator.getByRole('button', { name: 'Open the ballot' }).click();
    await coordinator.waitForURL(/\/ballots\//);
    await expect(coordinator.getByText('0 of 2 have voted')).toBeVisible();
    await expect(participant.getByText('1 of 30')).toBeVisible(AT_ONCE);
  });

  await test.step('the participant votes; the tally moves on the desk', async () => {
    await participant.getByRole('button', { name: 'Agree', exact: true }).click();
    await expect(coordinator.getByText('1 of 2 have voted')).toBeVisible(AT_ONCE);
    await expect(participant.getByText('Sent')).toBeVisible();
    const first = coordinator.getByRole('main').getByRole('listitem').first();
    await expect(first.getByRole('img', { name: '1 agree, 0 disagree, 0 pass' })).toBeVisible(AT_ONCE);
    await participant.getByRole('button', { name: 'Next' }).click();
    await participant.getByRole('button', { name: 'Disagree' }).click();
    const second = coordinator.getByRole('main').getByRole('listitem').nth(1);
    await expect(second.getByRole('img', { name: '0 agree, 1 disagree, 0 pass' })).toBeVisible(AT_ONCE);
    await participant.getByRole('button', { name: 'Agree', exact: true }).click();
    await expect(second.getByRole('img', { name: '1 agree, 0 disagree, 0 pass' })).toBeVisible(AT_ONCE);
  });

  await test.step('the ballot closes on every screen, and the first two are adopted', async () => {
    await coordinator.getByRole('button', { name: 'Close the ballot' }).click();
    await expect(participant.getByText(/The ballot closed at/)).toBeVisible(AT_ONCE);
    for (const index of [0, 1]) {
      const item = coordinator.getByRole('main').getByRole('listitem').nth(index);
      await item.getByRole('button', { name: /^Adopt/ }).click();
      await expect(item.getByText('Adopted')).toBeVisible();
    }
  });

  const item = (index: number) => coordinator.getByRole('main').getByRole('listitem').nth(index).getByRole('link').first();
  const first = await addressOf(item(0));
  const second = await addressOf(item(1));

  await test.step('reminders are paused while everybody settles in', () => pauseReminders(coordinator, first, true));

  await test.step('the coordinator names a lead and a supporting body; the focal point sees it arrive', async () => {
    await focalPoint.goto('/');
    await expect(focalPoint.getByRole('heading', { level: 1 })).toBeVisible();
    await reader.goto(first);
    await expect(reader.getByText('Nobody is responsible yet.')).toBeVisible();
    await coordinator.goto(first);
    await assign(coordinator, 'Name the lead', 'Ministry of Defence', 'Lead');
    await expect(reader.getByRole('rowheader', { name: 'Ministry of Defence' })).toBeVisible(AT_ONCE);
    await expect(focalPoint.locator(`a[href$="${first}"]`)).toBeVisible(AT_ONCE);
    await assign(coordinator, 'Add an institution', 'Federal Police', 'Supporting');
    await expect(reader.getByRole('rowheader', { name: /Federal Police/ })).toBeVisible(AT_ONCE);
    await coordinator.goto(second);
    await assign(coordinator, 'Name the lead', 'Ministry of Defence', 'Lead');
  });

  await test.step('the focal point accepts; everybody sees it', async () => {
    await coordinator.goto(first);
    await focalPoint.goto(first);
    await focalPoint.getByRole('button', { name: 'Answer' }).click();
    await focalPoint.getByRole('radio', { name: /^Accepted/ }).check();
    await focalPoint.getByRole('button', { name: 'Send the answer' }).click();
    for (const page of [reader, coordinator]) await expect(leadRow(page).getByText('Accepted')).toBeVisible(AT_ONCE);
  });

  await test.step('the focal point reports in progress with a sentence', async () => {
    await report(focalPoint, { status: /^In progress/, done: 'Two of four units have begun.' });
    for (const page of [reader, coordinator]) {
      await expect(leadRow(page).getByText('In progress')).toBeVisible(AT_ONCE);
      await expect(page.getByText('Two of four units have begun.').first()).toBeVisible(AT_ONCE);
    }
  });

  await test.step('and then implemented, which asks for evidence', async () => {
    await focalPoint.goto(first);
    await report(focalPoint, {
      status: /^Implemented/,
      done: 'All four units have finished.',
      link: { title: 'Register of the course', url: 'https://example.org/register' },
    });
    for (const page of [reader, coordinator]) {
      await expect(leadRow(page).getByText('Implemented (claimed)')).toBeVisible(AT_ONCE);
      await expect(page.getByRole('link', { name: 'Register of the course' })).toBeVisible(AT_ONCE);
    }
  });

  await test.step('the timeline tells the whole way', async () => {
    const timeline = reader.locator('ut-timeline');
    for (const sentence of [
      /Read from .*, as /,
      /The ballot closed: First reading/,
      /Adopted/,
      /Ministry of Defence was named as lead/,
      /Ministry of Defence accepted/,
      /Ministry of Defence reported in progress/,
      /Ministry of Defence reported implemented/,
    ])
      await expect(timeline.getByText(sentence).first()).toBeVisible();
  });

  await test.step('a reminder goes out for what is still due, and none for what was reported', async () => {
    await pauseReminders(coordinator, first, false);
    const reference = (page: string) => coordinator.evaluate(referenceOf, page.split('/').at(-1) as string);
    const [reported, due] = [await reference(first), await reference(second)];
    await expect.poll(async () => (await mailsTo(FOCAL_POINT)).filter(({ subject }) => subject.startsWith(`${due}:`)).length).toBe(1);
    await coordinator.goto('/reminders');
    await expect(coordinator.getByRole('row').filter({ hasText: reported }).getByText('They had reported already').first()).toBeVisible();
    const mails = await mailsTo(FOCAL_POINT);
    expect(mails.filter(({ subject }) => subject.startsWith(`${reported}:`))).toEqual([]);
    const mail = mails.find(({ subject }) => subject.startsWith(`${due}:`));
    const link = /https?:\/\/\S+\/report\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).toContain(product().url);

    const anywhere = await open(browser, undefined, { viewport: phone });
    await anywhere.goto(link);
    await expect(anywhere.getByText('Ministry of Defence reports as the lead')).toBeVisible();
    await reader.goto(second);
    await anywhere.getByRole('radio', { name: /^In progress/ }).check();
    await anywhere.getByLabel('What was done').fill('The draft is with the legal service.');
    await anywhere.getByRole('button', { name: 'Send the report' }).click();
    await expect(anywhere.getByText('Thank you, your report is in.')).toBeVisible();
    await expect(reader.getByText('The draft is with the legal service.').first()).toBeVisible(AT_ONCE);
    expectQuietConsole(anywhere);
  });

  expectQuietConsole(coordinator, participant, focalPoint, reader);
});

const leadRow = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Ministry of Defence' }) });

const addressOf = async (link: Locator): Promise<string> => new URL((await link.getAttribute('href')) ?? '', product().url).pathname;

async function assign(page: Page, button: string, institution: string, part: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Institution' }).fill(institution);
  await dialog.getByRole('option', { name: institution }).first().click();
  await dialog.getByRole('radio', { name: new RegExp(`^${part}`) }).check();
  await dialog.getByLabel('Report due on').fill(today());
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(dialog).toBeHidden();
}

interface Report {
  status: RegExp;
  done: string;
  link?: { title: string; url: string };
}

async function report(page: Page, { status, done, link }: Report): Promise<void> {
  await page
    .getByRole('link', { name: 'Report', exact: true })
    .or(page.getByRole('link', { name: 'Report an update' }))
    .first()
    .click();
  await page.getByRole('radio', { name: status }).check();
  await page.getByLabel('What was done').fill(done);
  if (link) {
    await page.getByRole('button', { name: 'Add a link' }).click();
    await page.getByLabel('What the link shows').fill(link.title);
    await page.getByLabel('Address').fill(link.url);
  }
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByText('Thank you, your report is in.')).toBeVisible();
}

async function pauseReminders(page: Page, recommendation: string, paused: boolean): Promise<void> {
  const id = recommendation.split('/').at(-1) as string;
  const status = await page.evaluate(
    async ([id, paused]) => {
      const { source } = await (await fetch(`/api/v1/recommendations/${id}`)).json();
      const { revision } = await (await fetch(`/api/v1/sources/${source.id}`)).json();
      const answer = await fetch(`/api/v1/sources/${source.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
        body: JSON.stringify({ remindersPaused: paused }),
      });
      return answer.status;
    },
    [id, paused] as const,
  );
  expect(status).toBe(200);
}

const referenceOf = async (id: string): Promise<string> => {
  const answer = await fetch(`/api/v1/recommendations/${id}`);
  return ((await answer.json()) as { reference: string }).reference;
};
