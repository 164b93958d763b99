import { readFileSync } from 'node:fs';
import { TestBed } from '@angular/core/testing';
import { IconSprite } from './icon-sprite';

const sprite = readFileSync('apps/web/public/icons.svg', 'utf8');
const byNetwork = globalThis.fetch;

describe('the icons of a page', () => {
  afterEach(() => {
    globalThis.fetch = byNetwork;
    document.body.replaceChildren();
  });

  it('stand in the page once they were fetched, so that none is missing without a network', async () => {
    globalThis.fetch = async () => ({ ok: true, text: async () => sprite }) as Response;
    const icons = TestBed.inject(IconSprite);
    await icons.bring();
    expect(icons.address('cloud_off')).toBe('#icon-cloud_off');
    expect(document.querySelector('#icon-cloud_off path')).not.toBeNull();
  });

  it('are taken from their file where they could not be fetched', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const icons = TestBed.inject(IconSprite);
    await icons.bring();
    expect(icons.address('cloud_off')).toBe('/icons.svg#cloud_off');
    expect(document.body.childElementCount).toBe(0);
  });
});
