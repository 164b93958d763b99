import { isGoodNode, refuseOldNode } from './node-version.mjs';

describe('Node', () => {
  it.each(['24.15.0', '24.21.0', '26.0.0', '28.1.0'])('%s builds the product', (version) => {
    expect(isGoodNode(version)).toBe(true);
  });

  it.each(['20.20.2', '22.22.3', '24.14.9', '25.9.0'])('%s hands over to another', (version) => {
    expect(isGoodNode(version)).toBe(false);
    expect(() => refuseOldNode(version)).not.toThrow();
  });

  it('older than 20 is refused with a sentence', () => {
    expect(() => refuseOldNode('18.20.0')).toThrow('Uptake needs Node 20 or newer, and this is Node 18.20.0.');
  });
});
