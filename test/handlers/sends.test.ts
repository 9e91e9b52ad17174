import { beforeEach, describe, expect, it } from 'vitest';
import { lateRefusals } from '../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { acme, identifierKey, start, type TestApi, testApi } from '../support/api/api.ts';
import { rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
let api: TestApi;
let userId: string;

beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const yes = await api.call('POST', '/v1/apps/acme/opt-ins', {
    body: {
      ...{ user: { phone: '+16505551234' }, purposes: ['offers'], source: 'paper', by: 'data-subject' },
      saidAt: '2026-11-20T10:00:00Z',
      evidence: { noticeId: 'n', noticeVersion: 1, documentRef: 'A-1179' },
    },
  });
  userId = yes.body.userId;
});

const sends = (query: Record<string, string> = {}, user = userId) =>
  api.call('GET', `/v1/apps/acme/users/${user}/sends`, { query });
const records = () => sendRecords(api.table, identifierKey, () => api.now);
const name = (minutes: number) => ({
  subjectId: userId.slice(-11),
  entry: `entry-${minutes}`,
  at: start + minutes * minute,
});
async function sent(minutes: number, sequence?: number): Promise<void> {
  api.now = start + minutes * minute;
  const what = { kind: 'stop-confirmed', provider: 'meta', text: `Message ${minutes}`, sequence } as const;
  expect(await records().claim('acme', name(minutes), what, { waId: '16505551234' })).toBe(true);
}

describe('the messages of ours to a user', () => {
  it('come newest first, each with what came of it, why it was sent, and by whom', async () => {
    await sent(1, 7);
    await records().settle('acme', name(1), { came: 'sent', messageId: 'wamid.1' });
    await sent(2);
    await records().settle('acme', name(2), { came: 'refused', code: '131047' });
    await sent(3);
    const late = { kind: 'start-confirmed', came: 'too-late', codes: ['too-late'], sequence: 9 } as const;
    await records().note('acme', name(4), late);
    const { status, body } = await sends();
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          kind: 'start-confirmed',
          statementId: `stm_${userId.slice(-11)}.9`,
          at: '2026-11-21T10:03:00.000Z',
          came: 'too-late',
          codes: ['too-late'],
        },
        {
          kind: 'stop-confirmed',
          at: '2026-11-21T10:03:00.000Z',
          provider: 'meta',
          came: 'unknown',
          text: 'Message 3',
        },
        {
          kind: 'stop-confirmed',
          at: '2026-11-21T10:02:00.000Z',
          provider: 'meta',
          came: 'refused',
          codes: ['131047'],
          means: 'window-closed',
          text: 'Message 2',
        },
        {
          kind: 'stop-confirmed',
          statementId: `stm_${userId.slice(-11)}.7`,
          at: '2026-11-21T10:01:00.000Z',
          provider: 'meta',
          came: 'sent',
          text: 'Message 1',
          messageId: 'wamid.1',
        },
      ],
      nextCursor: null,
    });
  });

  it('come in pages, each message once', async () => {
    for (const minutes of [1, 2, 3, 4, 5]) await sent(minutes);
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { body }: { body: { data: { text: string }[]; nextCursor: string | null } } = await sends({
        limit: '2',
        ...(cursor && { cursor }),
      });
      seen.push(...body.data.map(({ text }) => text));
      cursor = body.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(seen).toEqual([5, 4, 3, 2, 1].map((minutes) => `Message ${minutes}`));
    expect(pages).toBe(3);
  });

  it('stay with somebody who turned out to be another one', async () => {
    const bsuid = 'US.13491208655302741918';
    const app = await api.apps.findFresh('acme');
    if (app === undefined) throw new Error('There is no app.');
    const first = await api.ledger.recordStatement(app, {
      ...{ person: { bsuid }, action: 'granted', purposes: ['offers'], level: 3, saidAt: start, provider: true },
      ...{ source: 'whatsapp-message', evidence: {}, eventId: 'wamid.b' },
    });
    const other = { subjectId: first.userId.slice(-11), entry: 'other', at: start + 30_000 };
    await records().claim('acme', other, { kind: 'opt-in-confirmed', provider: 'meta', text: 'You are in' });
    await sent(1);
    api.now = start + 2 * minute;
    await api.ledger.noteInbound(app, { person: { phone: '16505551234', bsuid }, at: api.now, eventId: 'wamid.c' });
    for (const user of [userId, first.userId]) {
      const { body } = await sends({}, user);
      expect(body.data.map(({ text }: { text: string }) => text)).toEqual(['Message 1', 'You are in']);
    }
  });

  it('of somebody else, or of another app, are nobody’s', async () => {
    expect((await sends({}, 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co')).status).toBe(404);
    await api.call('POST', '/v1/apps', { body: { appId: 'beta', displayName: 'Beta' } });
    expect((await api.call('GET', `/v1/apps/beta/users/${userId}/sends`)).status).toBe(404);
    expect((await sends({ cursor: 'made-up' })).status).toBe(400);
  });
});

describe('the record of one message', () => {
  const record = async () => (await rowsWhere(api.table, /#Y#/))[0];

  it('is claimed once, also by ten at a time', async () => {
    const claims = Array.from({ length: 10 }, () => records().claim('acme', name(1), { kind: 'stop-confirmed' }));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['its answer was lost', async () => undefined],
    ['the provider left it open', () => records().settle('acme', name(1), { came: 'unknown' })],
    ['it was sent', () => records().settle('acme', name(1), { came: 'sent' })],
    ['it was refused', () => records().settle('acme', name(1), { came: 'refused', code: '131026' })],
  ])('is not claimed again when %s, and no note is written over it', async (_what, come) => {
    await sent(1);
    await come();
    const before = await record();
    expect(await records().claim('acme', name(1), { kind: 'stop-confirmed' })).toBe(false);
    expect(await records().note('acme', name(1), { kind: 'stop-confirmed', came: 'not-sent' })).toBe(false);
    expect(await record()).toEqual(before);
  });

  it('is claimed again after it was given back, and what answers late changes nothing then', async () => {
    await sent(1);
    await records().release('acme', name(1), ['130429']);
    await records().settle('acme', name(1), { came: 'sent', messageId: 'wamid.late' });
    expect(await record()).toMatchObject({ came: 'not-sent', codes: ['130429'] });
    expect(await records().claim('acme', name(1), { kind: 'stop-confirmed' })).toBe(true);
  });

  it('holds no number, and keeps for 45 days', async () => {
    await sent(1);
    await records().settle('acme', name(1), { came: 'sent', contact: { waId: '16505551234' } });
    const row = await record();
    expect(JSON.stringify(row)).not.toContain('6505551234');
    expect(row?.ttl).toBe(Math.floor(api.now / 1000) + 45 * 86_400);
  });
});

describe('a refusal that comes later', () => {
  const refused = (change: object = {}) =>
    lateRefusals(api.table, identifierKey).keep('acme', {
      ...{ send: name(1), code: '131049', at: start + 2 * minute, messageId: 'wamid.1' },
      to: { waId: '16505551234' },
      ...change,
    });
  const told = async () => (await sends()).body.data[0];

  it('of the message that was sent is kept with it, however often it comes', async () => {
    await sent(1);
    await records().settle('acme', name(1), { came: 'sent', messageId: 'wamid.1' });
    await refused();
    await refused();
    expect(await told()).toMatchObject({
      came: 'refused',
      codes: ['131049'],
      means: 'withheld',
      at: '2026-11-21T10:01:00.000Z',
      refusedAt: '2026-11-21T10:02:00.000Z',
    });
  });

  it('before the answer is not written over by it', async () => {
    await sent(1);
    await refused();
    await records().settle('acme', name(1), { came: 'sent', messageId: 'wamid.1' });
    expect(await told()).toMatchObject({ came: 'refused', messageId: 'wamid.1' });
  });

  it.each<[string, object]>([
    ['another message', { messageId: 'wamid.2' }],
    ['a message that is not there', { send: { subjectId: 'AAAAAAAAAAA', entry: 'x', at: start } }],
  ])('of %s changes nothing', async (_what, change) => {
    await sent(1);
    await records().settle('acme', name(1), { came: 'sent', messageId: 'wamid.1' });
    const before = await rowsWhere(api.table, /#Y#/);
    await refused(change);
    expect(await rowsWhere(api.table, /#Y#/)).toEqual(before);
  });

  it('of a message whose id we never learnt is believed of the one it went to only', async () => {
    await sent(1);
    await refused({ to: { waId: '16505550000' } });
    expect(await told()).toMatchObject({ came: 'unknown' });
    await refused({ to: { waId: '16505550000', bsuid: 'US.1' } });
    expect(await told()).toMatchObject({ came: 'unknown' });
    await refused();
    expect(await told()).toMatchObject({ came: 'refused', messageId: 'wamid.1' });
  });

  it('of a message that was taken without an id is believed of the one it went to only', async () => {
    await sent(1);
    await records().settle('acme', name(1), { came: 'sent' });
    await refused({ to: { waId: '16505550000' } });
    expect(await told()).toMatchObject({ came: 'sent' });
    await refused();
    expect(await told()).toMatchObject({ came: 'refused', codes: ['131049'], messageId: 'wamid.1' });
  });

  it('of a message that was never sent changes nothing', async () => {
    await sent(1);
    await records().release('acme', name(1), ['no-credentials']);
    await refused();
    expect(await told()).toMatchObject({ came: 'not-sent', codes: ['no-credentials'] });
  });
});
