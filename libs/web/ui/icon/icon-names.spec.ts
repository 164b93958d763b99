import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { iconNames } from './icon-names';

const root = join(__dirname, '../../../..');

describe('the icons', () => {
  it('are drawn in the sprite, each one and no other', () => {
    const sprite = readFileSync(join(root, 'apps/web/public/icons.svg'), 'utf8');
    const drawn = [...sprite.matchAll(/<symbol id="([a-z0-9_]+)"/g)].map(([, name]) => name);
    expect(drawn).toEqual([...iconNames]);
  });

  it('are used, each one', () => {
    const sources = ['apps/web/src', 'libs']
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)))
      .filter((file) => /(apps\/web|libs\/web|libs\/[a-z]+\/web)\/.*\.(ts|html)$/.test(file) && !/icon-names|\.spec\./.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(iconNames.filter((name) => !new RegExp(`['"]${name}['"]`).test(sources))).toEqual([]);
  });
});
