import { ensureBuilt } from '../start/build.mjs';
import { tell } from '../start/sentence.mjs';

// The step of the check that says whether all four programs can be built.
try {
  await ensureBuilt((line) => console.log(line));
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
