import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filledIn, formsOf, linksOf, type PageForm, textOf } from '../support/pages/page-form.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const minute = 60_000;
const phone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Mobile/15E148 Safari/604.1' };
const desk = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Safari/537.36' };

let pages: TestPages;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  tokens.check = await pages.point(1);
  tokens.landing = await pages.point(2, { kind: 'landing-page' });
  tokens.paused = await pages.point(3, { status: 'paused' });
});
beforeEach(() => {
  pages.now = start;
});

const open = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await pages.get(path, { lang: 'en' }, headers);
  return { ...answer, form: formsOf(answer.body, path)[0] as PageForm };
};
async function post(
  token: string | undefined,
  headers: Record<string, string>,
  {
    ticks = ['offers'],
    values = {},
    more = {},
  }: { ticks?: string[]; values?: object; more?: Record<string, string> } = {},
) {
  const { form } = await open(`/o/${token}`, headers);
  const fields = filledIn(form, { ticks, values: { ...values } });
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  return pages.post(form.action, fields, headers);
}

describe('the answer to the form', () => {
  it('opens the chat on a phone, with the words of what was ticked', async () => {
    const { status, headers } = await post(tokens.check, phone);
    expect(status).toBe(303);
    const chat = new URL(headers.location ?? '');
    expect(chat.origin + chat.pathname).toBe('https://wa.me/525500000001');
    const [, words, code = ''] = /^(.*) \((.*)\)$/.exec(chat.searchParams.get('text') ?? '') ?? [];
    expect(words).toBe('I agree to receive offers and discounts from Acme on WhatsApp at this number.');
    expect(await pages.choices.find(code.replaceAll('-', ''))).toMatchObject({ purposes: ['offers'], words });
  });

  it('is the last step on a desk, and on a phone where WhatsApp did not open', async () => {
    const step = new RegExp(`^/o/${tokens.check}/c[a-z0-9]{15}$`);
    expect((await post(tokens.check, desk)).headers.location).toMatch(step);
    expect((await post(tokens.check, phone, { more: { stay: 'yes' } })).headers.location).toMatch(step);
    expect((await open(`/o/${tokens.check}`, phone)).body).toContain('name="stay"');
    expect((await open(`/o/${tokens.check}`, desk)).body).not.toContain('name="stay"');
  });

  it('opens the chat for one number, and stays for several, each of which has to send the message', async () => {
    const number = { country: 'MX', number1: '55 7200 0001' };
    const one = await post(tokens.landing, phone, { values: number });
    expect(one.headers.location).toMatch(/^https:\/\/wa\.me\//);
    const two = await post(tokens.landing, phone, { values: { ...number, number2: '55 7200 0002' } });
    expect(two.headers.location).toMatch(/^\/o\//);
  });

  it('is still a page of faults when nothing was ticked', async () => {
    expect((await post(tokens.check, phone, { ticks: [] })).status).toBe(422);
  });

  it('is let through by the policy of the page', async () => {
    const { headers } = await open(`/o/${tokens.check}`, phone);
    expect(headers['content-security-policy']).toContain("form-action 'self' https://wa.me https://*.whatsapp.com;");
  });
});

describe('the last step', () => {
  const choose = async () => (await post(tokens.check, desk)).headers.location ?? '';

  it('says to whom the message goes, and that it is the last of two', async () => {
    const text = textOf((await open(await choose())).body);
    expect(text).toContain('Step 2 of 2');
    expect(text).toContain('Your message to Acme +52 55 0000 0001');
  });

  it('looks by itself for ten minutes, at half a read unit a look, unless that was turned off', async () => {
    const path = await choose();
    expect((await open(path)).headers.refresh).toBe('4');
    pages.consumed.length = 0;
    await open(path);
    expect(pages.consumed).toEqual([{ operation: 'GetItem', readUnits: expect.any(Number), writeUnits: 0 }]);
    expect(pages.consumed[0]?.readUnits).toBeLessThanOrEqual(1);
    const [off = ''] = linksOf((await open(path)).body).filter((link) => link.endsWith('look=off'));
    expect(
      (await pages.get(path, Object.fromEntries(new URLSearchParams(off.split('?')[1])))).headers,
    ).not.toHaveProperty('refresh');
    pages.now = start + 10 * minute;
    const late = await open(path);
    expect(late.headers).not.toHaveProperty('refresh');
    expect(textOf(late.body)).not.toContain('This page notices by itself');
  });

  it('stops looking when the message has arrived, and leads back to the chat', async () => {
    const path = await choose();
    const choice = await pages.choices.find(path.split('/').at(-1) ?? '');
    if (choice === undefined) throw new Error('no choice');
    await pages.choices.claim(choice, 'phone:525572000001');
    const { headers, body } = await open(path);
    expect(headers).not.toHaveProperty('refresh');
    expect(linksOf(body)).toEqual(['https://wa.me/525500000001']);
  });

  it('that has lapsed names the business, and begins again', async () => {
    const path = await choose();
    pages.now = start + 24 * 60 * minute;
    const { status, body } = await open(path);
    expect(status).toBe(410);
    expect(textOf(body)).toContain('Acme');
    expect(linksOf(body)).toEqual([`/o/${tokens.check}`]);
  });

  it('of a point that does not exist is no page', async () => {
    expect((await open('/o/pbbbbbbbbbbbbbbb/cbbbbbbbbbbbbbbb')).status).toBe(404);
  });
});

describe('a way on', () => {
  it('from a paused point leads into the chat, without the token of the point', async () => {
    const { status, body } = await open(`/o/${tokens.paused}`);
    expect(status).toBe(410);
    const [chat, ...others] = linksOf(body);
    expect(others).toEqual([]);
    expect(chat).toMatch(/^https:\/\/wa\.me\/525500000001\?text=/);
    expect(chat).not.toContain(tokens.paused?.slice(0, 4));
    expect(textOf(body)).toContain('Chat with Acme');
  });

  it('leads to the shop where the business has one, after an opt-in', async () => {
    const found = await pages.apps.find('acme');
    if (found === undefined) throw new Error('no app');
    await pages.apps.replace(found, { ...found, brand: { returnUrl: 'https://acme.example/shop' }, version: 2 });
    pages.now = start + minute;
    const path = (await post(tokens.check, desk)).headers.location ?? '';
    const choice = await pages.choices.find(path.split('/').at(-1) ?? '');
    if (choice === undefined) throw new Error('no choice');
    await pages.choices.claim(choice, 'phone:525572000001');
    const { body } = await open(path);
    expect(linksOf(body)).toEqual(['https://acme.example/shop', 'https://wa.me/525500000001']);
  });

  it.each(['/o/pbbbbbbbbbbbbbbb', '/l/nonsense', '/me/nonsense'])('from %s opens it anew', async (path) => {
    const { status, form } = await open(path);
    expect(status).toBe(404);
    expect(form).toMatchObject({ method: 'GET', action: path });
  });

  it('from too many forms is the form itself, with what was ticked and typed', async () => {
    const booth = await pages.point(9, { kind: 'landing-page', formLimit: 1 });
    const values = { country: 'MX', number1: '55 7200 0003' };
    expect((await post(booth, desk, { values })).status).toBe(303);
    const refused = await post(booth, desk, { values });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('600');
    const [form] = formsOf(refused.body, '') as [PageForm];
    expect(form.fields.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['offers']);
    expect(form.fields.find(({ name }) => name === 'number1')?.value).toBe('55 7200 0003');
    expect(textOf(refused.body)).toContain('Too many tries');
    expect(textOf(refused.body)).toContain('Acme');
  });
});

describe('another language', () => {
  it('keeps what was ticked and typed, records nothing and counts no form', async () => {
    const values = { country: 'DE', number1: '0171 12', number2: '+52 55' };
    pages.consumed.length = 0;
    const { status, body } = await post(tokens.landing, desk, { values, more: { in: 'es', utm_source: 'mail' } });
    expect(status).toBe(200);
    // That the page was shown before, and nothing else.
    expect(pages.consumed.filter(({ writeUnits }) => writeUnits > 0)).toHaveLength(1);
    expect(body).toContain('<html lang="es"');
    const [form] = formsOf(body, '') as [PageForm];
    const sent = filledIn(form, {});
    expect(sent.getAll('purpose')).toEqual(['offers']);
    expect(Object.fromEntries(sent)).toMatchObject({ ...values, locale: 'es', utm_source: 'mail' });
  });

  it('ticks nothing by an address', async () => {
    const { body } = await pages.get(`/o/${tokens.check}`, { lang: 'en', purpose: 'offers', in: 'es' });
    expect(body).toContain('<html lang="en"');
    expect(body).not.toContain(' checked');
  });

  it.each(['fr', '', '__proto__', 'x'.repeat(9000)])('that the notice does not have is none: %s', async (language) => {
    const { status, body } = await post(tokens.check, desk, { more: { in: language } });
    expect(status).toBe(200);
    expect(body).toMatch(/<html lang="(?:en|es)"/);
  });

  it('keeps no tick that was set on other words', async () => {
    const { body } = await post(tokens.check, desk, { more: { in: 'es', hash: 'x'.repeat(43) } });
    expect(body).not.toContain(' checked');
  });
});

it('a fault says which of several numbers it is about', async () => {
  const values = { country: 'MX', number1: '55', number2: '55 7200 0001', number3: 'x' };
  const { body } = await post(tokens.landing, desk, { values });
  const alert = textOf(/<div class="alert".*?<\/div>/s.exec(body)?.[0] ?? '');
  expect(alert).toMatch(/Number 1: .*Number 3: /);
  expect(alert).not.toContain('Number 2');
  const alone = await post(tokens.landing, desk, { values: { country: 'MX', number1: '55' } });
  expect(textOf(alone.body)).not.toContain('Number 1:');
});
