import { beforeEach, describe, expect, it } from 'vitest';
import { noon } from '../support/ledger/ledger-bench.ts';
import { ana, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { filledIn, formsOf, linksOf, textOf } from '../support/pages/page-form.ts';

const minute = 60_000;
const day = 86_400_000;
let bench: LinkBench;
beforeEach(async () => {
  bench = await linkBench();
});

const optIn = (purposes: readonly string[], more: object = {}) =>
  bench.say({ phone: ana }, { purposes, saidAt: noon, provider: true, eventId: `yes-${purposes}`, ...more });
const see = async (path: string) => (await bench.call('GET', path)).body as string;
const boxesOf = (html: string) =>
  formsOf(html, '').flatMap(({ fields }) => fields.filter(({ type }) => type === 'checkbox').map(({ value }) => value));

describe('an opt-in link that is opened again', () => {
  let path: string;
  beforeEach(async () => {
    path = await bench.link('personal-link');
    bench.setNow(noon + minute);
  });
  const agree = (ticks: readonly string[]) => bench.fillIn(path, 'number', { ticks });

  it('says what the person gets and since when, and offers the rest', async () => {
    await agree(['offers']);
    bench.setNow(noon + day);
    const html = await see(path);
    expect(textOf(html)).toContain('You’re in');
    expect(textOf(html)).toContain('offers and discounts Signed up on November 20, 2026 at 12:01 PM (personal link)');
    expect(boxesOf(html)).toEqual(['orders']);
  });

  it('has nothing to ask where there is nothing left to choose, and leads back to the chat', async () => {
    await agree(['offers', 'orders']);
    const html = await see(path);
    expect(formsOf(html, path)).toEqual([]);
    expect(linksOf(html).some((link) => /^https:\/\/wa\.me\/\d+$/.test(link))).toBe(true);
  });

  it('tells nobody what the holder of the number before them got', async () => {
    await bench.say({ phone: ana, bsuid: 'MX.1' }, { provider: true, saidAt: noon, purposes: ['offers'] });
    path = await bench.link('personal-link');
    expect(textOf(await see(path))).toContain('You’re in');
    bench.setNow(noon + day);
    await bench.hear({ phone: ana, bsuid: 'MX.2' }, noon + day);
    bench.setNow(noon + 2 * day);
    const html = await see(path);
    expect(textOf(html)).not.toContain('signed up');
    expect(boxesOf(html)).toEqual(['offers', 'orders']);
  });

  it('shows the empty form again after a stop', async () => {
    await agree(['offers', 'orders']);
    bench.setNow(noon + 2 * minute);
    await bench.say({ phone: ana }, { action: 'revoked', purposes: 'all', provider: true });
    bench.setNow(noon + 3 * minute);
    // Also at the address that said "done" before.
    for (const address of [path, `${path}?lang=en&done=opted-in`]) {
      expect(boxesOf(await see(address))).toEqual(['offers', 'orders']);
    }
  });

  it('cannot be sent again by a reload, whatever came of it', async () => {
    const answer = await agree(['offers']);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${path}?lang=en&done=opted-in` } });
    expect(textOf(await see(answer.headers.location ?? ''))).toContain('Acme will write to you on WhatsApp about:');
    expect(await bench.statements({ phone: `+${ana}` })).toHaveLength(1);
  });

  it('says nothing more than the form when the address claims an opt-in', async () => {
    expect(boxesOf(await see(`${path}?done=opted-in`))).toEqual(['offers', 'orders']);
  });

  it('of which too many forms came is shown again as it was filled in', async () => {
    for (let n = 0; n < 300; n += 1) await bench.post(path, 'purpose=offers');
    const refused = await bench.fillIn(path, 'number', { ticks: ['orders'], values: { number: '+52 55 8765 4321' } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const [form] = formsOf(refused.body, path);
    expect(form?.fields.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['orders']);
    expect(form?.fields.find(({ name }) => name === 'number')?.value).toBe('+52 55 8765 4321');
    expect(await bench.statements({ phone: '+525587654321' })).toEqual([]);
  });

  it('speaks another language with what was ticked', async () => {
    const [form] = formsOf(await see(path), path);
    if (form === undefined) throw new Error('The page has no form.');
    const sent = filledIn(form, { ticks: ['orders'] });
    sent.set('in', 'ar');
    const { status, body } = await bench.post(path, sent);
    expect(status).toBe(200);
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(
      formsOf(body, path)[0]
        ?.fields.filter(({ checked }) => checked)
        .map(({ value }) => value),
    ).toEqual(['orders']);
    expect(await bench.statements({ phone: `+${ana}` })).toEqual([]);
  });

  it('that has expired leads into the chat', async () => {
    bench.setNow(noon + 31 * day);
    expect(linksOf(await see(path)).some((link) => link.startsWith('https://wa.me/'))).toBe(true);
  });
});

it('a tick on the preference page is kept with the sentence that was shown, in its order', async () => {
  await bench.change('preference-page', { purposes: ['orders', 'offers'] });
  const path = await bench.link('preference-page');
  bench.setNow(noon + minute);
  const form = formsOf(await see(path), path).find(({ fields }) => fields.some(({ value }) => value === 'save'));
  if (form === undefined) throw new Error('The page has no form that saves.');
  await bench.post(path, filledIn(form, { ticks: ['offers', 'orders'] }));
  const [{ evidence }] = await bench.statements({ phone: `+${ana}` });
  expect(evidence.text).toBe(
    'I agree to receive news of my orders and offers and discounts from Acme on WhatsApp at this number.',
  );
});

describe('a stop on the preference page', () => {
  let path: string;
  beforeEach(async () => {
    await optIn(['offers']);
    path = await bench.link('preference-page');
    bench.setNow(noon + minute);
  });
  const press = async (button: string) => {
    const form = formsOf(await see(path), path).find(({ fields }) => fields.some(({ value }) => value === button));
    if (form === undefined) throw new Error(`The page has no button ${button}.`);
    return bench.post(path, filledIn(form, {}));
  };

  it('is answered by a short page with one way back, and nothing to fill in', async () => {
    const { status, headers } = await press('stop');
    expect(status).toBe(303);
    const html = await see(headers.location ?? '');
    expect(textOf(html)).toContain('You won’t hear from us again');
    expect(formsOf(html, path)).toEqual([]);
    expect(linksOf(html)).toEqual([`${path}?lang=en`]);
  });

  it('does not call that stopped which was never had', async () => {
    await press('stop');
    const text = textOf(await see(path));
    expect(text).toMatch(/offers and discounts.*Stopped on .*news of my orders.*You don’t get this/);
  });

  it('stands before everything that can be changed', async () => {
    const html = await see(path);
    expect(html.indexOf('value="stop"')).toBeLessThan(html.indexOf('<fieldset'));
  });

  it.each(['stop', 'stop-marketing'])('by an expired link is a page that can be loaded again: %s', async (button) => {
    const sent = new URLSearchParams({ act: 'act-12345678', do: button });
    bench.setNow(noon + 401 * day);
    const { status, headers } = await bench.post(path, sent);
    expect(status).toBe(303);
    const html = await see(headers.location ?? '');
    expect(textOf(html)).toMatch(/is stopped|No more advertising/);
    expect(await bench.mayMessage({ phone: `+${ana}` }, 'offers')).toBe('opted-out');
  });

  it('is not claimed by an address', async () => {
    for (const done of ['stopped', 'stopped-marketing']) {
      expect(textOf(await see(`${path}?done=${done}`))).not.toMatch(/hear from us again|You have stopped/);
    }
    bench.setNow(noon + 401 * day);
    expect(textOf(await see(`${path}?done=stopped`))).toContain('This link has expired');
  });
});
