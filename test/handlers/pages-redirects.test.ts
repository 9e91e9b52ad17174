import { beforeAll, describe, expect, it } from 'vitest';
import { testToken } from '../support/pages/collection.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

let pages: TestPages;
const link = testToken(1);
const chat = testToken(2);
beforeAll(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  await pages.point(1);
  await pages.point(2, { opens: 'chat', greeting: 'https://evil.example //evil.example' });
});

const evil = [
  'https://evil.example',
  'http://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https:/\\evil.example',
  '/%09/evil.example',
  '/%2Fevil.example',
  '%2F%2Fevil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example',
  '.evil.example',
  '#@evil.example',
  '?@evil.example',
  'x\r\nLocation: https://evil.example',
  'x%0d%0aLocation:%20https://evil.example',
];
const headers: readonly Record<string, string>[] = [
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-proto': 'javascript' },
  { 'x-original-url': '//evil.example' },
  { 'x-rewrite-url': '//evil.example' },
  { forwarded: 'host=evil.example;proto=https' },
  { referer: 'https://evil.example/' },
  { origin: 'https://evil.example' },
  { 'x-forwarded-prefix': '//evil.example' },
  { 'accept-language': '//evil.example' },
];
const names = ['next', 'url', 'redirect', 'return_to', 'location', 'utm_source', 'lang', 'token', 'text', 'phone'];

interface Attempt {
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
}
const attempts: readonly (readonly [string, Attempt])[] = [
  ...evil.map((token) => [`token ${token}`, { path: `/l/${encodeURIComponent(token)}` }] as const),
  ...evil.slice(0, 10).map((lang) => [`lang ${lang}`, { path: `/q/${link}`, query: { lang } }] as const),
  ...evil.slice(0, 10).map((utm) => [`utm ${utm}`, { path: `/l/${link}`, query: { utm_source: utm } }] as const),
  ...names.map((name) => [`?${name}=`, { path: `/l/${link}`, query: { [name]: 'https://evil.example' } }] as const),
  ...names.map((name) => [`chat ?${name}=`, { path: `/q/${chat}`, query: { [name]: '15550001111' } }] as const),
  ...headers.map((each) => [`header ${JSON.stringify(each)}`, { path: `/l/${link}`, headers: each }] as const),
];

const allowed = /^(?:\/o\/p[a-z0-9]{15}(?:\?[\w.=&%*+-]*)?|https:\/\/wa\.me\/525500000001\?text=[\w.!'()*~%-]*)$/;

describe(`a link leads to our own page or into the app's chat (${attempts.length} attempts)`, () => {
  it.each(attempts)('%s', async (_, { path, query = {}, headers = {} }) => {
    const answer = await pages.get(path, query, headers);
    if (answer.status === 404) return expect(answer.headers.location).toBeUndefined();
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toMatch(allowed);
    expect(new URL(answer.headers.location ?? '', 'https://go.example').host).toMatch(/^(?:go\.example|wa\.me)$/);
  });

  it('and a form leads to its own last step only', async () => {
    const opened = await pages.get(`/o/${link}`, { utm_source: '//evil.example', next: '//evil.example' });
    const [form] = formsOf(opened.body, '') as [PageForm];
    const fields = filledIn(form, { ticks: ['offers'] });
    for (const name of [...names, 'action']) fields.append(name, 'https://evil.example');
    const answer = await pages.post(form.action, fields, { host: 'evil.example', referer: 'https://evil.example' });
    expect(answer.headers.location).toMatch(new RegExp(`^/o/${link}/c[a-z0-9]{15}$`));
  });
});
