import { DataSource } from 'typeorm';
import { createApi } from '@uptake/api';
import { SignInLinks } from '@uptake/people/server';
import { Clock, Settings } from '@uptake/platform/config';
import { dataSourceOptions, migrate } from '@uptake/platform/database';
import { loadSample } from '../sample/load-sample';
import people from '../sample/people.json';
import { SampleClock } from '../sample/sample-clock';

const LINK_MINUTES = 24 * 60;

/**
 * What `npm start` needs before it serves: the database at this version, on first run the sample workspace, and for its four sample
 * people a link each to sign in, printed as one line of JSON.
 */
export async function prepare(): Promise<undefined> {
  const settings = Settings.read({ ...process.env, LOG_LEVEL: 'error', WEB_ROOT: undefined });
  await migrate(settings.databaseUrl);
  const dataSource = await new DataSource(dataSourceOptions(settings.databaseUrl, 2)).initialize();
  try {
    const accounts: unknown[] = await dataSource.query('SELECT 1 FROM account LIMIT 1');
    if (!accounts.length) await fill(settings);
    console.log(JSON.stringify({ links: await linksOfSamplePeople(dataSource, settings.publicUrl) }));
  } finally {
    await dataSource.destroy();
  }
}

async function fill(settings: Settings): Promise<void> {
  const clock = new SampleClock();
  const app = await createApi(settings, clock);
  await app.init();
  try {
    await loadSample(app, clock);
  } finally {
    await app.close();
  }
}

async function linksOfSamplePeople(dataSource: DataSource, publicUrl: string): Promise<{ person: string; role: string; url: string }[]> {
  const signInLinks = new SignInLinks(new Clock());
  const links = [];
  for (const { email, name, link } of people) {
    if (!link) continue;
    const found: { id: string }[] = await dataSource.query('SELECT id FROM account WHERE email = $1', [email]);
    for (const { id } of found) {
      const { token } = await dataSource.transaction((tx) => signInLinks.issue(tx, id, LINK_MINUTES));
      links.push({ person: name, role: link, url: `${publicUrl}/sign-in/${token}` });
    }
  }
  return links;
}
