import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { inClone } from '../start/clone.mjs';
import { complaintsAbout } from './styles.mjs';

// Each fixture breaks one rule of the house, or shows what is allowed. It is checked as if it stood where its first line says, and
// exactly the rule of its second line has to complain. A rule that was switched off, or that finds no project graph and therefore
// says nothing (the boundary rule does that), is noticed here.
const folder = inClone('tools', 'checks', 'fixtures');
await createProjectGraphAsync({ exitOnError: false }); // the boundary rule reads it from Nx' cache
const eslint = new ESLint({ cwd: inClone() });

let passed = 0;
const wrong = [];
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, name), 'utf8');
  const { place, rule, says } = demandsOf(text);
  const complaints = [...complaintsAbout(place, text), ...(extname(name) === '.ts' ? await lint(text, place) : [])];
  const asExpected =
    rule === 'none'
      ? complaints.length === 0
      : complaints.length > 0 && complaints.every((each) => each.rule === rule && each.says.includes(says));
  if (asExpected) passed++;
  else wrong.push(`${name}: expected ${rule}${says && ` ("${says}")`}, got ${listed(complaints)}`);
}
for (const line of wrong) console.log(line);
console.log(`${passed} passed, ${wrong.length} failed`);
process.exitCode = wrong.length || passed === 0 ? 1 : 0;

function demandsOf(text) {
  const line = (key) => new RegExp(`^// ${key}: (.+)$`, 'm').exec(text)?.[1] ?? '';
  return { place: line('place'), rule: line('rule'), says: line('says') };
}

async function lint(text, place) {
  const [result] = await eslint.lintText(text, { filePath: inClone(...place.split('/')) });
  return result.messages.map(({ ruleId, message }) => ({ rule: ruleId ?? 'unreadable', says: message.replaceAll('\n', ' ') }));
}

function listed(complaints) {
  return complaints.length ? complaints.map(({ rule, says }) => `${rule} ("${says}")`).join(', ') : 'nothing';
}
