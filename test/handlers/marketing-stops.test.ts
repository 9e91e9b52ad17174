import { beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

/** A no to marketing as a whole, as callers of the API meet it (`purposes: "marketing"`). */
let api: TestApi;
const user = { phone: '+525512345678' };
const purposes = ['offers', 'order-updates'];
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const report = (kind: 'opt-ins' | 'opt-outs', seconds: number, more: object = {}) => {
  api.now = Math.max(api.now, start + seconds * 1000);
  const evidence = { operator: 'desk-1' };
  const body = { user, purposes, saidAt: at(seconds), source: 'call-centre', by: 'data-subject', evidence, ...more };
  return api.call('POST', `/v1/apps/acme/${kind}`, { body });
};
const ask = async (purpose: string, message = 'template') =>
  (await api.call('POST', '/v1/apps/acme/eligibility', { body: { user, purpose, message } })).body;
const mayMessage = async (purpose: string) => {
  const { decision, reasons } = await ask(purpose);
  return decision === 'allow' ? 'allow' : reasons[0].code;
};
const change = async (body: object) => {
  const answer = await api.call('PATCH', '/v1/apps/acme', { body });
  // Settings are served from memory for some seconds.
  api.now += 10_000;
  return answer;
};
const [offers, updates] = acme.purposes;

describe('purposes: "marketing"', () => {
  it('is an opt-out of what is marketing and of nothing else', async () => {
    await report('opt-ins', 0);
    const answer = await report('opt-outs', 10, { purposes: 'marketing' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        statement: { action: 'revoked', purposes: 'marketing', by: 'data-subject' },
        outcomes: [{ purpose: 'offers', applied: true }],
        consent: { offers: { state: 'opted-out', since: at(10).replace('.000', '.000') } },
      },
    });
    expect([await mayMessage('offers'), await mayMessage('order-updates')]).toEqual(['opted-out', 'allow']);
    expect(await ask('offers')).toMatchObject({
      reasons: [
        {
          code: 'opted-out',
          detail: 'The person stopped marketing messages on 2026-11-21 through the call centre.',
          statementId: answer.body.statement.statementId,
        },
      ],
      wouldChange: ['The person opts in again; START does not undo it.'],
      consent: { state: 'opted-out' },
    });
  });

  it('is listed as it was said, with the verdict of today, and names only what it took', async () => {
    await report('opt-ins', 0);
    const { userId, statement } = (await report('opt-outs', 10, { purposes: 'marketing' })).body;
    const listed = async () => (await api.call('GET', `/v1/apps/acme/users/${userId}/statements`)).body.data;
    expect(await listed()).toMatchObject([
      {
        purposes,
        verdict: [{ purpose: 'offers', applied: false, refusedBy: { code: 'later-opt-out' } }, { applied: true }],
      },
      { purposes: 'marketing', verdict: [{ purpose: 'offers', applied: true }] },
    ]);
    const since = { query: { since: at(0) } };
    expect((await api.call('GET', '/v1/apps/acme/withdrawals', since)).body.data).toEqual([
      { userId, recordedAt: at(10), purposes: ['offers'], why: 'opt-out', statementId: statement.statementId },
    ]);
  });

  it('is taken in bulk too, item by item', async () => {
    const item = { user, saidAt: at(10), source: 'call-centre', by: 'controller' };
    api.now = start + 10_000;
    const { body } = await api.call('POST', '/v1/apps/acme/opt-outs/bulk', {
      body: {
        items: [
          { ...item, purposes: 'marketing' },
          { ...item, purposes: 'Marketing' },
        ],
      },
    });
    expect(body.data).toMatchObject([
      { status: 201, body: { statement: { purposes: 'marketing', by: 'controller' } } },
      { status: 422, body: { errors: [{ pointer: '/purposes' }] } },
    ]);
  });

  it('covers somebody of whom nothing was known, and what they opt in to by a report later', async () => {
    await report('opt-outs', 10, { purposes: 'marketing' });
    await report('opt-ins', 5);
    expect([await mayMessage('offers'), await mayMessage('order-updates')]).toEqual(['opted-out', 'allow']);
    await report('opt-ins', 20);
    expect(await mayMessage('offers')).toBe('allow');
  });

  it.each(['marketing', 'all'])('an opt-in cannot be about %j', async (word) => {
    const answer = await report('opt-ins', 0, { purposes: word });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/purposes' }] } });
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0].detail).toBe(
      `Only an opt-out can be about "${word}"; an opt-in names its purposes in a list.`,
    );
    const { body } = await api.call('POST', '/v1/apps/acme/opt-ins/bulk', { body: { items: [{ purposes: word }] } });
    expect(body.data).toMatchObject([{ status: 422 }]);
  });

  it.each([[['marketing']], [['all']], ['MARKETING'], ['everything'], [''], [null], [{}], [7], [[]], [undefined]])(
    'the word stands alone: %j is refused',
    async (odd) => {
      for (const kind of ['opt-ins', 'opt-outs'] as const) {
        const answer = await report(kind, 0, { purposes: odd });
        expect(answer.status).toBe(422);
        expect(answer.body.errors[0].pointer).toMatch(/^\/purposes/);
      }
    },
  );
});

describe('a purpose called marketing', () => {
  it('is a purpose like any other; the word means what is marketing', async () => {
    const named = { purposeId: 'marketing', name: 'Marketing department', category: 'utility' };
    expect((await change({ purposes: [...acme.purposes, named] })).status).toBe(200);
    await report('opt-ins', 0, { purposes: ['marketing', 'offers'] });
    await report('opt-outs', 10, { purposes: ['marketing'] });
    expect([await mayMessage('marketing'), await mayMessage('offers')]).toEqual(['opted-out', 'allow']);
    await report('opt-ins', 20, { purposes: ['marketing'] });
    await report('opt-outs', 30, { purposes: 'marketing' });
    expect([await mayMessage('marketing'), await mayMessage('offers')]).toEqual(['allow', 'opted-out']);
  });
});

describe('settings remember what was marketing', () => {
  it('taking the category away frees nobody, however often it is changed', async () => {
    await report('opt-ins', 0);
    await report('opt-outs', 10, { purposes: 'marketing' });
    for (const category of ['utility', 'authentication', 'marketing', 'utility']) {
      expect((await change({ purposes: [{ ...offers, category }, updates] })).status).toBe(200);
      expect([await mayMessage('offers'), await mayMessage('order-updates')]).toEqual(['opted-out', 'allow']);
    }
    expect((await change({ displayName: 'Acme 2' })).status).toBe(200);
    expect(await mayMessage('offers')).toBe('opted-out');
  });

  it('also of who says it after the category was taken away', async () => {
    await report('opt-ins', 0);
    await change({ purposes: [{ ...offers, category: 'utility' }, updates] });
    await report('opt-outs', 10, { purposes: 'marketing' });
    expect([await mayMessage('offers'), await mayMessage('order-updates')]).toEqual(['opted-out', 'allow']);
  });

  it('what becomes marketing, or is created as marketing, is covered', async () => {
    await report('opt-ins', 0);
    await report('opt-outs', 10, { purposes: 'marketing' });
    const fresh = { purposeId: 'fresh', name: 'Fresh', category: 'marketing' };
    await change({ purposes: [offers, { ...updates, category: 'marketing' }, fresh] });
    expect([await mayMessage('order-updates'), await mayMessage('fresh')]).toEqual(['opted-out', 'opted-out']);
  });

  it('nobody sets or clears the memory, and the view takes no field that a change would refuse', async () => {
    await change({ purposes: [{ ...offers, category: 'utility' }, updates] });
    const seen = (await api.call('GET', '/v1/apps/acme')).body.purposes;
    expect(seen[0]).toEqual({ ...offers, category: 'utility' });
    expect((await change({ purposes: seen })).status).toBe(200);
    for (const wasMarketing of [true, false]) {
      expect(await change({ purposes: [{ ...offers, wasMarketing }, updates] })).toMatchObject({ status: 422 });
    }
    await report('opt-ins', 0);
    await report('opt-outs', 10, { purposes: 'marketing' });
    expect(await mayMessage('offers')).toBe('opted-out');
  });
});

describe('what else a stop of marketing does', () => {
  it('denies no free-form message in an open window', async () => {
    await report('opt-ins', 0);
    await report('opt-outs', 10, { purposes: 'marketing' });
    await api.ledger.noteInbound((await api.apps.find('acme')) ?? never(), {
      person: { phone: '525512345678' },
      at: start + 20_000,
      eventId: 'wamid.1',
    });
    expect(await ask('offers', 'free-form')).toMatchObject({ decision: 'allow', reasons: [{ code: 'window-open' }] });
  });
});

function never(): never {
  throw new Error('The app is there.');
}
