import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { bundledWidget } from '../support/browser/bundled-widget.ts';

const limitBytes = 10 * 1000;

const { text, gzipped } = await bundledWidget('https://in.example');

test('the widget is under 10 KB gzipped', () => {
  console.table({ 'widget.js': { bytes: text.length, gzipped: gzipped.length } });
  expect(gzipped.length).toBeLessThan(limitBytes);
});

test('it is plain ES2020: nothing would have to be rewritten for it', async () => {
  const as = async (target: string) => (await transform(text, { target, loader: 'js' })).code;
  expect(await as('es2020')).toBe(await as('esnext'));
  expect(text).not.toMatch(/\.(?:at|replaceAll|findLast|toSorted)\(|structuredClone|Object\.hasOwn/);
});

test('it has nothing that a strict policy or Trusted Types would stop, and keeps nothing but that a button was sent away', () => {
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser/);
  expect(text).not.toMatch(/setAttribute\("style"|cookie|indexedDB|sendBeacon/);
  expect(text.match(/\.setItem\(/g)).toHaveLength(1);
  expect([...text.matchAll(/https?:\/\/[a-z0-9.]+/g)].map(([url]) => url).sort()).toEqual([
    'http://www.w3.org',
    'https://in.example',
  ]);
});
