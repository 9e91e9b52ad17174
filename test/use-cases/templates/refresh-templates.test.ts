import { beforeEach, describe, expect, test } from 'vitest';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { TemplateFacts } from '../../../lambdas/domain/templates/template-facts.ts';
import { hearTemplateEvent } from '../../../lambdas/use-cases/templates/hear-template-event.ts';
import type { MetaTemplates, ReadTemplate } from '../../../lambdas/use-cases/templates/ports.ts';
import {
  pagesAtOnce,
  type ReadingPlace,
  refreshTemplates,
} from '../../../lambdas/use-cases/templates/refresh-templates.ts';
import { servePurpose } from '../../../lambdas/use-cases/templates/serve-purpose.ts';
import { type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';

const wabaId = '102290129340398';
const language = 'en_US';
const named = (name: string) => ({ wabaId, name, language });
const read = (name: string, facts: TemplateFacts = { status: 'approved', category: 'utility' }): ReadTemplate => ({
  ...{ name, language, facts },
});

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});
const store = () => templateStore(bench.table);
const refresh = (page: MetaTemplates['page'], at = noon, place?: ReadingPlace) =>
  refreshTemplates({ templates: store(), metaTemplates: { page }, now: () => at }, wabaId, place);
const onePage =
  (...templates: readonly ReadTemplate[]) =>
  async () => ({ templates, unreadable: 0 });
const say = (name: string, facts: TemplateFacts, at: number, eventId = `${name} ${at}`) =>
  hearTemplateEvent(store(), { template: named(name), at, heardAt: at, eventId, facts });
const statuses = async () =>
  Object.fromEntries((await store().all(wabaId)).map(({ name, status }) => [name, status?.is]));

describe('a reading', () => {
  test('goes through all pages', async () => {
    const pages = ['one', 'two', 'three'];
    const asked: (string | undefined)[] = [];
    const page: MetaTemplates['page'] = async (_wabaId, after) => {
      asked.push(after);
      const index = after === undefined ? 0 : Number(after);
      const next = index + 1 < pages.length ? { next: String(index + 1) } : {};
      return { templates: [read(pages[index] ?? '')], unreadable: 0, ...next };
    };
    expect(await refresh(page)).toMatchObject({ read: 3, changed: 3 });
    expect(asked).toEqual([undefined, '1', '2']);
  });

  test('of which a page fails stores nothing', async () => {
    const page: MetaTemplates['page'] = async (_wabaId, after) => {
      if (after !== undefined) throw new Error('Meta is away.');
      return { templates: [read('one')], unreadable: 0, next: 'more' };
    };
    await expect(refresh(page)).rejects.toThrow('Meta is away.');
    expect(await statuses()).toEqual({});
  });

  test('takes nothing for gone when something could not be read', async () => {
    await say('old', { status: 'approved', category: 'utility' }, noon - 1000);
    expect(await refresh(async () => ({ templates: [read('one')], unreadable: 1 }))).toMatchObject({ gone: 0 });
    expect(await statuses()).toEqual({ old: 'approved', one: 'approved' });
  });

  test('of a long list goes on where it was, and finds at its end what is gone', async () => {
    for (const name of ['old', 't0', 't7']) await say(name, { status: 'approved', category: 'utility' }, noon - 1000);
    const last = pagesAtOnce + 2;
    const page: MetaTemplates['page'] = async (_wabaId, after = '0') => ({
      ...{ templates: [read(`t${after}`)], unreadable: 0 },
      ...(Number(after) < last && { next: String(Number(after) + 1) }),
    });
    const first = await refresh(page);
    expect(first).toMatchObject({ read: pagesAtOnce, gone: 0, next: { at: noon, after: String(pagesAtOnce) } });
    // What happens in between stays as it is.
    await say('t1', { status: 'paused' }, noon + 3000);
    const rest = await refresh(page, noon + 60_000, first.next);
    expect(rest).toMatchObject({ read: 3, gone: 1, at: noon, next: undefined });
    expect(await statuses()).toMatchObject({ old: 'gone', t0: 'approved', t1: 'paused', t7: 'approved' });
  });

  test('that lacked something at its beginning takes nothing for gone at its end', async () => {
    await say('old', { status: 'approved', category: 'utility' }, noon - 1000);
    const place = { at: noon, after: 'x', lacksSome: true };
    expect(await refresh(onePage(read('one')), noon, place)).toMatchObject({ gone: 0 });
  });

  test('does not undo what happened after it began', async () => {
    await refresh(onePage(read('one')));
    const page = async () => {
      await say('one', { category: 'marketing', previousCategory: 'utility' }, noon + 5000);
      await say('one', { status: 'paused' }, noon + 5000, 'paused');
      return { templates: [read('one')], unreadable: 0 };
    };
    await refresh(page, noon + 2000);
    expect(await store().find(named('one'))).toMatchObject({ category: { is: 'marketing' }, status: { is: 'paused' } });
  });

  test('frees a template from everything that was said before it', async () => {
    await say('one', { status: 'unclear', mentions: 'unclear', coming: { category: 'marketing' } }, noon - 1000);
    await refresh(onePage(read('one', { status: 'approved', category: 'utility', coming: { category: 'none' } })));
    expect((await store().history(named('one'), 10)).map(({ from }) => from)).toEqual(['reading', 'event']);
    expect(await statuses()).toEqual({ one: 'approved' });
  });

  test('keeps new words once, and with the history', async () => {
    const words = { body: 'Hello', buttons: [] };
    const spring = (body: string) => onePage(read('one', { status: 'approved', words: { ...words, body } }));
    await refresh(spring('Hello'));
    expect(await refresh(spring('Hello'), noon + 1000)).toMatchObject({ changed: 0 });
    expect(await refresh(spring('Good day'), noon + 2000)).toMatchObject({ changed: 1 });
    expect(await store().words(named('one'))).toEqual({ body: 'Good day', buttons: [] });
    const told = (await store().history(named('one'), 10)).map(({ facts }) => facts.words?.body);
    expect(told).toEqual(['Good day', 'Hello']);
  });
});

test('what many say of one template at once is all kept', async () => {
  await say('one', { status: 'approved', category: 'utility' }, noon);
  const deps = { templates: store(), now: () => noon };
  await Promise.all([
    say('one', { category: 'marketing' }, noon + 1000),
    say('one', { status: 'paused' }, noon + 2000),
    say('one', { quality: 'red' }, noon + 3000),
    servePurpose(deps, 'acme', named('one'), 'orders'),
    servePurpose(deps, 'other', named('one'), 'offers'),
    refresh(onePage(read('one', { quality: 'green' })), noon),
    refresh(onePage(read('one', { quality: 'yellow' })), noon),
  ]);
  expect(await store().find(named('one'))).toMatchObject({
    ...{ category: { is: 'marketing' }, status: { is: 'paused' }, quality: { is: 'red' } },
    ...{ purposes: { acme: 'orders', other: 'offers' }, version: 8 },
  });
  const told = (await store().history(named('one'), 10)).filter(({ from }) => from !== 'reading');
  expect(told).toHaveLength(6);
});

test('of two who name a purpose at once both stand in the history, and one holds', async () => {
  await say('one', { status: 'approved', category: 'utility' }, noon);
  const deps = { templates: store(), now: () => noon };
  const both = ['orders', 'offers'].map((purpose) => servePurpose(deps, 'acme', named('one'), purpose));
  await Promise.all(both);
  const told = (await store().history(named('one'), 10)).filter(({ from }) => from === 'person');
  expect(told.map(({ purpose }) => purpose).toSorted()).toEqual(['offers', 'orders']);
  expect(await store().find(named('one'))).toMatchObject({ purposes: { acme: told[0]?.purpose }, version: 3 });
});

test('a template that serves a purpose and can no longer be sent is told of, once', async () => {
  await say('one', { status: 'approved', category: 'utility' }, noon);
  expect(await say('one', { status: 'paused' }, noon + 1000)).toMatchObject({ isLost: false });
  await say('one', { status: 'approved' }, noon + 2000);
  await servePurpose({ templates: store(), now: () => noon }, 'acme', named('one'), 'orders');
  expect(await say('one', { category: 'marketing' }, noon + 3000)).toMatchObject({ isLost: true });
  expect(await say('one', { category: 'marketing' }, noon + 3000)).toMatchObject({ isLost: false });
  expect(await say('one', { status: 'rejected' }, noon + 4000)).toMatchObject({ isLost: true });
  expect(await say('one', { quality: 'red' }, noon + 5000)).toMatchObject({ isLost: false });
});
