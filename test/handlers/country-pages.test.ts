import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../lambdas/domain/languages/language.ts';
import { repliesTable } from '../../lambdas/domain/languages/tables.ts';
import { fill, pageTexts } from '../../lambdas/edge/pages/texts/page-texts.ts';
import { personalTexts } from '../../lambdas/edge/pages/texts/personal-texts.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { testCode, testText, testToken } from '../support/pages/collection.ts';
import { filledIn, formsOf, type PageForm, textOf } from '../support/pages/page-form.ts';
import { type TestPages, testPages } from '../support/pages/pages.ts';

const origin = 'https://shop.example';
const own = [{ country: 'MX', denies: 'everything' as const, note: 'Ana', since: 0 }];

describe('a form', () => {
  let pages: TestPages;
  beforeEach(async () => {
    pages = await testPages();
    const both = {
      purposes: [
        { purposeId: 'offers', text: 'offers' },
        { purposeId: 'order-updates', text: 'orders' },
      ],
    };
    await pages.publish(
      'spring',
      languages.map((locale) => testText({ locale, ...both })),
    );
    await pages.point(1, { kind: 'landing-page', purposes: ['offers', 'order-updates'] });
    await pages.point(2, { kind: 'form', origins: [origin], purposes: ['offers'] });
  });

  const send = async (number1: string, { lang = 'en', ticks = ['offers'], number2 = '' } = {}) => {
    const [form] = formsOf((await pages.get(`/o/${testToken(1)}`, { lang })).body, '');
    return pages.post(
      `/o/${testToken(1)}`,
      filledIn(form as PageForm, { ticks, values: { country: 'CU', number1, number2 } }),
    );
  };
  const kept = () => pages.choices.find(testCode(0));
  const endOf = async (headers: { location?: string }) => textOf((await pages.get(headers.location ?? '')).body);

  it.each(languages)('refuses a number of Cuba beside its field, in %s, and keeps nothing', async (lang) => {
    const { status, body } = await send('+53 5 2123456', { lang });
    const country = new Intl.DisplayNames([lang], { type: 'region' }).of('CU') ?? '';
    expect(status).toBe(422);
    expect(textOf(body)).toContain(fill(pageTexts(lang).fault.notServed, { country }));
    expect(body).toContain('aria-describedby="number1-fault');
    expect(await kept()).toBeUndefined();
  });

  it('refuses it written as in the country, as the second number, and in the form of a shop', async () => {
    for (const answer of [await send('5 2123456'), await send('+52 55 1234 5678', { number2: '+963 944 567 890' })]) {
      expect(answer.status).toBe(422);
      expect(textOf(answer.body)).toContain('No messages can be sent to numbers from this country');
    }
    const shown = (await pages.get(`/w/${testToken(2)}`, { lang: 'en' }, { origin })).body.shown;
    const fields = new URLSearchParams({ ...shown, purpose: 'offers', number: '+53 5 2123456' });
    const { status, body } = await pages.post(`/w/${testToken(2)}`, fields, { origin });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      {
        pointer: '/number',
        code: 'country-not-served',
        detail: 'No messages can be sent to numbers from this country (Cuba). Please enter another number.',
      },
    ]);
    expect(await kept()).toBeUndefined();
  });

  it('takes it where the app lets it through, and refuses what the app denies', async () => {
    const app = await pages.apps.findFresh('acme');
    if (app === undefined) throw new Error('There is no app.');
    const rules = [...own, { country: 'CU', denies: 'nothing' as const, note: 'Ana', since: 0 }];
    await pages.apps.replace(app, { ...app, countryRules: rules, version: app.version + 1 });
    pages.now += 60_000;
    expect((await send('+53 5 2123456')).status).toBe(303);
    expect((await send('+52 55 1234 5678')).status).toBe(422);
  });

  it.each(languages)(
    'takes advertising for an American number, and says at the last step that it does not come, in %s',
    async (lang) => {
      const { status, headers } = await send('+1 415 555 0132', { lang });
      const country = new Intl.DisplayNames([lang], { type: 'region' }).of('US') ?? '';
      expect([status, (await kept())?.numbers]).toEqual([303, ['14155550132']]);
      expect(await endOf(headers)).toContain(fill(repliesTable[lang].noAdvertising, { country }));
    },
  );

  it('says nothing of it to a Canadian, nor of what is no advertising', async () => {
    const said = 'advertising can’t be sent';
    expect(await endOf((await send('+1 416 555 0132')).headers)).not.toContain(said);
    expect(await endOf((await send('+1 415 555 0132', { ticks: ['order-updates'] })).headers)).not.toContain(said);
    const both = await send('+1 416 555 0132', { number2: '+1 787 555 0132' });
    expect(await endOf(both.headers)).toContain('numbers from this country (Puerto Rico)');
  });
});

describe('a personal page', () => {
  let bench: LinkBench;
  beforeEach(async () => {
    bench = await linkBench();
    bench.setNow(noon + 60_000);
  });

  it('of an opt-in link takes no number of Cuba', async () => {
    const path = await bench.link('personal-link');
    const typed = { ticks: ['offers'], values: { number: '+53 5 2123456' } };
    const { status, body } = await bench.fillIn(path, 'number', typed);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('No messages can be sent to numbers from this country (Cuba)');
    expect(await bench.statements({ phone: '+5352123456' })).toEqual([]);
  });

  it('of an opt-in link to a number of Cuba says so, and records nothing', async () => {
    const path = await bench.link('personal-link', { user: { phone: '+5352123456' } });
    const { status, body } = await bench.fillIn(path, 'number', { ticks: ['offers'] });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('No messages can be sent to numbers from this country (Cuba)');
    expect(await bench.statements({ phone: '+5352123456' })).toEqual([]);
  });

  it.each(['en', 'ar'])('of preferences says what does not come to the number, in %s', async (lang) => {
    const preferences = async (phone: string) => {
      const evidence = { noticeId: 'spring', noticeVersion: 1 };
      const yes = { purposes: ['offers', 'orders'], saidAt: noon, provider: true, evidence, eventId: phone };
      await bench.say({ phone }, yes);
      const path = await bench.link('preference-page', { user: { phone: `+${phone}` } });
      return textOf((await bench.call('GET', path, { headers: { 'accept-language': lang } })).body);
    };
    const { notServed } = personalTexts(lang);
    // Of offers, not of orders.
    expect((await preferences('14155550132')).split(notServed)).toHaveLength(2);
    expect(await preferences('14165550132')).not.toContain(notServed);
    expect((await preferences('5352123456')).split(notServed)).toHaveLength(3);
  });
});
