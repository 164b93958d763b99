import { DataSource } from 'typeorm';
import { createApi } from '@uptake/api';
import { SignInLinks } from '@uptake/people/server';
import { Clock, Settings } from '@uptake/platform/config';
import { dataSourceOptions, migrate } from '@uptake/platform/database';
import { loadSample } from '../sample/load-sample';
import people from '../sample/people.json';
import { SampleClock } from '../sample/sample-clock';

const LINK_MINUTES = 24 * 60;
const LOADING = 'uptake: the sample is being loaded';

/**
 * What `npm start` needs before it serves: the database at this version, on first run the sample workspace, and for its four sample
 * people a link each to sign in, printed as one line of JSON.
 */
export async function prepare(): Promise<undefined> {
  const settings = settingsFor(process.env['DATABASE_URL']);
  await clearHalfLoadedSample(settings.databaseUrl);
  await migrate(settings.databaseUrl);
  await withConnection(settings.databaseUrl, async (dataSource) => {
    const accounts: unknown[] = await dataSource.query('SELECT 1 FROM account LIMIT 1');
    if (!accounts.length) await fill(dataSource, settings);
    console.log(JSON.stringify({ links: await linksOfSamplePeople(dataSource, settings.publicUrl) }));
  });
  return undefined;
}

/** A machine that was switched off in the middle of the first start leaves half a sample, which nobody has seen yet: begin again. */
async function clearHalfLoadedSample(url: string): Promise<void> {
  await withConnection(url, async (dataSource) => {
    const rows: { mark: string | null }[] = await dataSource.query(`SELECT obj_description('public'::regnamespace) AS mark`);
    if (rows[0]?.mark === LOADING)
      await dataSource.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS bullmq CASCADE');
  });
}

async function fill(dataSource: DataSource, settings: Settings): Promise<void> {
  await dataSource.query(`COMMENT ON SCHEMA public IS '${LOADING}'`);
  const clock = new SampleClock();
  const app = await createApi(settings, clock);
  await app.init();
  try {
    await loadSample(app, clock);
  } finally {
    await app.close();
  }
  await dataSource.query('COMMENT ON SCHEMA public IS NULL');
}

const settingsFor = (databaseUrl: string | undefined): Settings =>
  Settings.read({ ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', WEB_ROOT: undefined });

async function withConnection(url: string, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
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
