import { beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { fullKey } from '../support/api/http-event.ts';
import { acme, identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { ana, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { testCode, testToken } from '../support/pages/collection.ts';
import { oldLink } from '../support/pages/old-link.ts';
import { filledIn, formsOf, textOf } from '../support/pages/page-form.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const user = { phone: `+${ana}` };
let bench: LinkBench;
let optIn: string;
let preferences: string;
beforeEach(async () => {
  bench = await linkBench();
  optIn = await bench.link('personal-link');
  preferences = await bench.link('preference-page');
  at(1);
});

const at = (minutes: number) => bench.setNow(noon + minutes * minute);
const stop = (more: object = {}) =>
  bench.say(
    { phone: ana },
    { action: 'revoked', purposes: 'all', provider: true, level: 3, source: 'whatsapp-message', ...more },
  );
const tick = (...ticks: string[]) => bench.fillIn(optIn, 'number', { ticks });
const save = (fill: { ticks?: readonly string[]; unticks?: readonly string[] }) =>
  bench.fillIn(preferences, 'purpose', fill);
const confirmPage = (kind: 1 | 2, n = 1) => `/o/${testToken(kind)}/${testCode(n)}`;
const oldPath = (kind: 'personal-link' | 'preference-page') => {
  const pointId = `pt_${testToken(kind === 'personal-link' ? 1 : 2)}`;
  return `/me/${oldLink(identifierKey, { kind, pointId, person: { phone: ana }, madeAt: noon, expiresAt: noon + 90 * day })}`;
};

describe('a yes by an opt-in link', () => {
  it('over the person’s own STOP is a request until the phone confirms', async () => {
    await stop();
    at(2);
    expect(await tick('offers')).toMatchObject({ status: 303, headers: { location: confirmPage(1) } });
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect((await bench.statements(user)).at(-1)).toMatchObject({
      action: 'requested',
      purposes: ['offers'],
      firstHand: false,
      source: 'personal-link',
      evidence: {
        linkMadeBy: fullKey.keyId,
        linkMadeAt: '2026-11-20T12:00:00.000Z',
        identifiers: { phone: '+52 55 1234 5678' },
      },
    });
    expect(await bench.choices.find(testCode(1))).toMatchObject({
      numbers: [ana],
      purposes: ['offers'],
      appId: 'acme',
    });
    at(1 + 24 * 60 + 2);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('counts at once for the other purposes', async () => {
    await stop({ purposes: ['offers'] });
    at(2);
    expect((await tick('offers', 'orders')).headers.location).toBe(confirmPage(1));
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect((await bench.statements(user)).slice(1)).toMatchObject([
      { action: 'granted', purposes: ['orders'], firstHand: true },
      { action: 'requested', purposes: ['offers'] },
    ]);
  });

  it.each([
    ['a no that the business reported', { level: 2, provider: false }],
    ['a no of the business itself', { level: 1, provider: false, source: 'policy' }],
  ] as const)('counts at once over %s', async (_, no) => {
    await stop(no);
    at(2);
    expect((await tick('offers')).status).toBe(303);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  });

  it('counts at once where the person’s own yes had followed the own no, whatever the business said since', async () => {
    await stop();
    at(2);
    await bench.say({ phone: ana }, { provider: true, level: 3, source: 'whatsapp-message' });
    at(3);
    await stop({ level: 1, provider: false, source: 'policy' });
    at(4);
    expect((await tick('offers')).status).toBe(303);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  });

  it('is a request where a report or a request came after the own no', async () => {
    await stop();
    at(2);
    await bench.say({ phone: ana }, { level: 2, source: 'paper', evidence: { documentRef: 'a' } });
    at(3);
    await tick('offers');
    at(4);
    await tick('offers');
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect((await bench.statements(user)).map(({ action }) => action)).toEqual([
      'revoked',
      'granted',
      'requested',
      'requested',
    ]);
  });

  it('is a request for what a START did not give back', async () => {
    await bench.say({ phone: ana }, { saidAt: noon });
    await stop({ saidAt: noon + 10_000 });
    await bench.say(
      { phone: ana },
      {
        action: 'resumed',
        purposes: 'all',
        level: 3,
        provider: true,
        source: 'whatsapp-message',
        saidAt: noon + 20_000,
      },
    );
    at(2);
    await tick('offers', 'orders');
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    expect(await bench.mayMessage(user, 'orders')).toBe('pending');
  });

  it('from before keys were sealed in is always a request', async () => {
    optIn = oldPath('personal-link');
    expect((await tick('offers', 'orders')).headers.location).toBe(confirmPage(1));
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect(await bench.mayMessage(user, 'orders')).toBe('pending');
    const [{ evidence }] = await bench.statements(user);
    expect(evidence).toMatchObject({ linkMadeAt: '2026-11-20T12:00:00.000Z' });
    expect(evidence).not.toHaveProperty('linkMadeBy');
  });

  it('beyond three a day is not written down, and the page looks the same', async () => {
    await stop();
    for (let n = 1; n <= 5; n += 1) {
      at(1 + n);
      expect((await tick('offers')).headers.location).toBe(confirmPage(1, n));
      expect(await bench.choices.find(testCode(n))).toMatchObject({ numbers: [ana], purposes: ['offers'] });
    }
    expect(await bench.statements(user)).toHaveLength(1 + 3);
  });
});

describe('a yes on the preference page', () => {
  it('over the person’s own STOP is a request, and the other boxes count at once', async () => {
    await stop({ purposes: ['offers'] });
    at(2);
    expect((await save({ ticks: ['offers', 'orders'] })).headers.location).toBe(confirmPage(2));
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect((await bench.statements(user)).at(-1)).toMatchObject({
      source: 'preference-page',
      evidence: { linkMadeBy: fullKey.keyId },
    });
    expect(await bench.choices.find(testCode(1))).toMatchObject({ numbers: [ana], purposes: ['offers'] });
  });

  it('over a no that was given on this page is a request too', async () => {
    await bench.say({ phone: ana }, { saidAt: noon });
    await save({ unticks: ['offers'] });
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    at(2);
    expect((await save({ ticks: ['offers'] })).headers.location).toBe(confirmPage(2));
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
  });

  it('keeps the no that came with it', async () => {
    await bench.say({ phone: ana }, { purposes: ['orders'], saidAt: noon });
    await stop({ purposes: ['offers'] });
    at(2);
    await save({ ticks: ['offers'], unticks: ['orders'] });
    expect(await bench.mayMessage(user, 'orders')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
  });

  it('of somebody without a known number is kept of them, and whoever sends the code speaks for themselves', async () => {
    const person = { bsuid: 'MX.13491208655302741918' };
    await bench.say(person, {
      action: 'revoked',
      purposes: 'all',
      provider: true,
      level: 3,
      source: 'whatsapp-message',
    });
    preferences = await bench.link('preference-page', { user: person });
    at(2);
    expect((await save({ ticks: ['offers'] })).headers.location).toBe(confirmPage(2));
    expect(await bench.mayMessage(person, 'offers')).toBe('pending');
    expect(await bench.choices.find(testCode(1))).toMatchObject({ numbers: [], purposes: ['offers'] });
  });

  it('cannot be asked for where there is no chat: nothing changes, and the person is told to look again', async () => {
    await stop();
    const apps = appStore(bench.table, bench.now);
    const { whatsapp: _none, ...mute } = acme;
    await apps.replace(acme, { ...mute, version: acme.version + 1 });
    at(2);
    const { headers } = await save({ ticks: ['offers'] });
    expect(headers.location).toContain('done=look-again');
    expect((await tick('offers')).status).toBe(422);
    expect(await bench.statements(user)).toHaveLength(1);
  });

  it('from before keys were sealed in is a request, and every no by it counts', async () => {
    await bench.say({ phone: ana }, { purposes: ['orders'], saidAt: noon });
    preferences = oldPath('preference-page');
    expect((await save({ ticks: ['offers'], unticks: ['orders'] })).headers.location).toBe(confirmPage(2));
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect(await bench.mayMessage(user, 'orders')).toBe('opted-out');
    at(2);
    const [stopForm] = formsOf((await bench.call('GET', preferences)).body, preferences).filter(({ fields }) =>
      fields.some(({ value }) => value === 'stop'),
    );
    if (stopForm === undefined) throw new Error('The page has no stop.');
    await bench.post(preferences, filledIn(stopForm, {}));
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect((await bench.post(oldPath('preference-page'), 'List-Unsubscribe=One-Click')).body).toBe('Stopped.');
  });
});

describe('a form of another site', () => {
  const forged = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://in.example.evil.example' },
    { origin: 'http://in.example' },
    { origin: 'not an origin' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://in.example' },
  ];
  const form = async (path: string) => {
    const forms = formsOf((await bench.call('GET', path)).body, path);
    const found = forms.find(({ fields }) => fields.some(({ name }) => name === 'purpose'));
    if (found === undefined) throw new Error('The page has no form.');
    return filledIn(found, { ticks: ['offers'] });
  };

  it.each(forged)('is not taken: %j', async (headers) => {
    for (const path of [optIn, preferences]) {
      const { status, body } = await bench.post(path, await form(path), headers as Record<string, string>);
      expect(status).toBe(400);
      expect(textOf(body)).not.toBe('');
    }
    expect(await bench.statements(user)).toEqual([]);
  });

  it.each([
    {},
    { origin: 'https://in.example' },
    { origin: 'https://in.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://other.name', host: 'other.name' },
  ])('is what ours is not: %j', async (headers) => {
    expect((await bench.post(optIn, await form(optIn), headers as Record<string, string>)).status).toBe(303);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  });

  it.each(forged)('stops all the same, as one click would: %j', async (headers) => {
    await bench.say({ phone: ana }, { saidAt: noon });
    await bench.post(preferences, 'do=stop', headers as Record<string, string>);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });
});
