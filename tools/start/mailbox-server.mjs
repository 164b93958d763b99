import { createAPIServer } from '@maildev/api';
import { FileStorage } from '@maildev/core';
import { createSMTPServer } from '@maildev/smtp';
import { registerUI } from '@maildev/ui/server';

// The mailbox as a program of its own: `mailbox-server.mjs <smtp port> <page port> <folder>`. MailDev's parts are put together here
// and not by its command, because that lets pages of every other origin read the mails, and mails hold links that sign people in.
const [smtpPort, pagePort, mailDirectory] = process.argv.slice(2);
const host = '127.0.0.1';
const maxEmails = 2000;
const ownHosts = [`localhost:${pagePort}`, `${host}:${pagePort}`];
const ownOrigins = ownHosts.map((own) => `http://${own}`);

const storage = new FileStorage({ mailDirectory, maxEmails });
await storage.initialize();
const smtp = createSMTPServer({ port: Number(smtpPort), host, storage, mailDir: mailDirectory, logger: false });
smtp.on('error', (error) => console.error(`SMTP: ${error.message}`));
await smtp.start();
await smtp.pruneMailDir(maxEmails);
await smtp.loadMailsFromDirectory();

const page = createAPIServer({ port: Number(pagePort), host, storage, smtp, cors: { origin: false } });
await page.registerPlugins();
page.server.addHook('onRequest', async (request, reply) => {
  if (!isOwn(request.headers)) return reply.code(403).send({ error: 'Only for pages of this mailbox' });
});
page.server.server.prependListener('upgrade', (request, socket) => {
  if (!isOwn(request.headers)) socket.destroy(); // browsers ask no permission before they open a socket to another origin
});
await registerUI(page.server, { basePath: '' });
await page.listen();

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);

async function stop() {
  await page.stop();
  await smtp.stop();
  await storage.close();
  process.exit(0);
}

// The host too: a foreign name that was made to lead to this machine would pass for the same origin.
function isOwn({ host: asked, origin }) {
  return ownHosts.includes(asked) && (!origin || ownOrigins.includes(origin));
}
