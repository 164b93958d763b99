import 'reflect-metadata';
import { Settings } from '@uptake/platform/config';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const settings = Settings.read(process.env);
  const app = await createApi(settings);
  await app.listen(settings.port, settings.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
