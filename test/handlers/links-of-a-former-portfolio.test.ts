import { beforeEach, expect, it } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { changeApp } from '../../lambdas/domain/app/app-settings.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { filledIn, formsOf } from '../support/pages/page-form.ts';

const minute = 60_000;
const ana = { bsuid: 'MX.1001' };
const elsewhere = { phoneNumberId: '20001', phone: '+525500000003', wabaId: '20002', portfolioId: '90002' };
let bench: LinkBench;
let path: string;

const change = async (whatsapp: object) => {
  const apps = appStore(bench.table, bench.now);
  const before = await apps.findFresh('acme');
  if (before === undefined) throw new Error('There is no such app.');
  await apps.replace(before, changeApp(before, { whatsapp: whatsapp as typeof elsewhere }, bench.now()));
  bench.setNow(bench.now() + minute);
};
const press = async (at: string, button: 'stop' | 'save', ticks: readonly string[] = []) => {
  const forms = formsOf((await bench.call('GET', at)).body, at);
  const form = forms.find(({ fields }) => fields.some(({ value }) => value === button));
  if (form === undefined) throw new Error(`There is no way to ${button}.`);
  return (await bench.post(at, filledIn(form, { ticks }))).status;
};

beforeEach(async () => {
  bench = await linkBench();
  await change({ ...acme.whatsapp, portfolioId: '90001' });
  await bench.say(ana, { provider: true, saidAt: noon });
  await bench.say({ phone: '525512345678', ...ana }, { provider: true, saidAt: noon, eventId: 'pair' });
  path = await bench.link('preference-page', { user: ana });
  expect(await bench.mayMessage({ phone: '+525512345678' }, 'offers')).toBe('allow');
  await change(elsewhere);
});

it('a stop by a link to a BSUID of before is the person’s, also by number', async () => {
  expect(await press(path, 'stop')).toBe(303);
  expect(await bench.mayMessage({ phone: '+525512345678' }, 'offers')).toBe('opted-out');
});

it('a yes by it counts for nobody', async () => {
  expect(await press(path, 'save', ['orders'])).toBe(303);
  expect(await bench.mayMessage({ phone: '+525512345678' }, 'orders')).toBe('never-asked');
});

it('a link that is made today for a BSUID of before stops whoever had it', async () => {
  const stale = await bench.link('preference-page', { user: ana });
  expect(await press(stale, 'stop')).toBe(303);
  expect(await bench.mayMessage({ phone: '+525512345678' }, 'offers')).toBe('opted-out');
});

it('the longest BSUID of a later portfolio still fits a link', async () => {
  const longest = { bsuid: `MX.ENT.${'A1b2'.repeat(32)}` };
  const link = await bench.link('preference-page', { user: longest });
  expect(await press(link, 'stop')).toBe(303);
  expect(await bench.mayMessage(longest, 'offers')).toBe('opted-out');
});
