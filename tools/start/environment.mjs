import { inClone } from './clone.mjs';

/** Node keeps compiled programs here: from the second time on they begin in half the time. Where it cannot be written, Node goes without. */
export const compileCache = inClone('dist', 'compile-cache');

/**
 * What the programs of the product are told.
 * @param {object} about
 * @param {import('./data-directory.mjs').DataDirectory} about.directory
 * @param {number} about.port
 * @param {string} about.databaseUrl
 * @param {string} [about.smtpUrl]
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnvironment({ directory, port, databaseUrl, smtpUrl }) {
  return {
    NODE_ENV: 'production',
    PUBLIC_URL: `http://localhost:${port}`,
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    UPTAKE_SECRET: process.env.UPTAKE_SECRET ?? directory.secret(),
    UPTAKE_DATA_DIR: directory.path,
    WEB_ROOT: inClone('dist', 'apps', 'web', 'browser'),
    NODE_COMPILE_CACHE: compileCache,
  };
}

/** @returns {number} `PORT`, else 4200 */
export function chosenPort() {
  return Number(process.env.PORT || 4200);
}
