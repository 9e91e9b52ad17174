import { describe, expect, test } from 'vitest';
import {
  type CollectionPoint,
  isShown,
  leadsToChat,
  pointKinds,
} from '../../../lambdas/domain/collection/collection-point.ts';
import { faultsOfChange, pointFaults } from '../../../lambdas/domain/collection/point-faults.ts';
import type { NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import { testPoint, testText } from '../../support/pages/collection.ts';

const now = Date.UTC(2026, 10, 21, 10);
const whatsapp = { phoneNumberId: '106540352242922', phone: '+525500000001', wabaId: '102290129340398' };
const app = {
  whatsapp,
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' },
    { purposeId: 'orders', name: 'Orders', category: 'utility' },
  ],
} as const;
const german = testText({ locale: 'de', purposes: [{ purposeId: 'orders', text: 'Neues zu Bestellungen' }] });
const notice = {
  appId: 'acme',
  noticeId: 'spring',
  version: 1,
  profile: 'strict',
  texts: [testText()],
  hashes: {},
  warnings: [],
  publishedAt: 0,
  publishedBy: 'key_1',
} satisfies NoticeVersion;

const codes = (point: CollectionPoint, with_: { app?: typeof app | object; notice?: NoticeVersion | undefined } = {}) =>
  pointFaults({ ...app, ...with_.app }, point, 'notice' in with_ ? with_.notice : notice, now).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a point that may be offered', () => {
  test('has a notice that says its purposes, and a number to chat with', () => {
    expect(codes(testPoint(1))).toEqual([]);
  });

  test.each([
    'personal-link',
    'preference-page',
    'sms-keyword',
    'missed-call',
    'ivr',
    'paper',
    'point-of-sale',
    'call-centre',
    'import',
    'api',
  ] as const)('of the kind %s needs no number to chat with', (kind) => {
    expect(codes(testPoint(1, { kind }), { app: { whatsapp: undefined } })).toEqual([]);
  });

  test('leads to the chat, or shows a page, or neither: each kind is one of those', () => {
    const groups = pointKinds.map((kind) => [kind, leadsToChat(kind), isShown(kind)]);
    expect(groups.filter(([, chat]) => chat).map(([kind]) => kind)).toEqual([
      'link',
      'widget',
      'landing-page',
      'form',
      'whatsapp-chat',
      'ad',
      'in-app-signup',
    ]);
    expect(groups.filter(([, chat, shown]) => !chat && shown).map(([kind]) => kind)).toEqual([
      'personal-link',
      'preference-page',
    ]);
  });

  test('may end a millisecond from now', () => {
    expect(codes(testPoint(1, { expiresAt: now + 1 }))).toEqual([]);
  });

  test('of paper needs neither notice nor purposes', () => {
    const { notice: _none, ...paper } = testPoint(1, { kind: 'paper', purposes: [] });
    expect(codes(paper, { notice: undefined })).toEqual([]);
  });
});

describe('what keeps a point from being offered', () => {
  const { notice: _none, ...bare } = testPoint(1);
  test.each([
    ['a chat without a number', testPoint(1), { app: { whatsapp: undefined } }, ['/kind no-whatsapp-number']],
    ['a page without a notice', bare, { notice: undefined }, ['/notice required']],
    ['a notice that there is not', testPoint(1), { notice: undefined }, ['/notice unknown-notice']],
    ['a page without purposes', testPoint(1, { purposes: [] }), {}, ['/purposes required']],
    ['a purpose that the app lacks', testPoint(1, { purposes: ['news'] }), {}, ['/purposes/0 unknown-purpose']],
    [
      'a purpose that the notice leaves out',
      testPoint(1, { purposes: ['offers', 'orders'] }),
      {},
      ['/purposes/1 not-in-notice'],
    ],
    [
      'a purpose that one language leaves out',
      testPoint(1),
      { notice: { ...notice, texts: [testText(), german] } },
      ['/purposes/0 not-in-notice'],
    ],
    ['a widget that stands nowhere', testPoint(1, { kind: 'widget' }), {}, ['/origins required']],
    ['a form that stands nowhere', testPoint(1, { kind: 'form' }), {}, ['/origins required']],
    [
      'a landing page that is none',
      testPoint(1, { kind: 'landing-page', opens: 'chat' }),
      {},
      ['/opens not-for-this-kind'],
    ],
    ['paper that opens a chat', testPoint(1, { kind: 'paper', opens: 'chat' }), {}, ['/opens not-for-this-kind']],
    ['a chat with a check page', testPoint(1, { kind: 'whatsapp-chat' }), {}, ['/opens not-for-this-kind']],
    ['an end that is now', testPoint(1, { expiresAt: now }), {}, ['/expiresAt in-the-past']],
    ['a greeting that stops', testPoint(1, { greeting: 'STOP' }), {}, ['/greeting a-keyword']],
    ['a greeting that may stop', testPoint(1, { greeting: 'Acme, please stop the rain' }), {}, ['/greeting a-keyword']],
    ['a greeting that starts', testPoint(1, { greeting: 'start' }), {}, ['/greeting a-keyword']],
    ['a greeting that asks for help', testPoint(1, { greeting: 'Help' }), {}, ['/greeting a-keyword']],
    [
      'a greeting with the reference of another point',
      testPoint(1, { greeting: `Hello ${testPoint(2).pointId.slice(3)}` }),
      {},
      ['/greeting a-reference'],
    ],
  ])('%s', (_what, point, with_, expected) => {
    expect(codes(point, with_)).toEqual(expected);
  });

  test('is told all at once', () => {
    const wrong = testPoint(1, { kind: 'form', purposes: ['news'], greeting: 'STOP' });
    expect(codes(wrong, { app: { whatsapp: undefined }, notice: undefined })).toHaveLength(5);
  });
});

describe('a change', () => {
  const faults = pointFaults({ ...app, whatsapp: undefined }, testPoint(1, { greeting: 'STOP' }), undefined, now);
  const touched = (change: object) => faultsOfChange(change, faults).map(({ pointer }) => pointer);

  test('that pauses or renames is not held up by what is wrong elsewhere', () => {
    expect(touched({ status: 'paused' })).toEqual([]);
    expect(touched({ name: 'Other', cap: null, expiresAt: 5 })).toEqual([]);
  });

  test('answers for what it touches, a notice also for the purposes', () => {
    expect(touched({ greeting: 'STOP', origins: undefined })).toEqual(['/greeting']);
    const silent = pointFaults(app, testPoint(1, { purposes: ['orders'] }), notice, now);
    expect(faultsOfChange({ notice: { noticeId: 'spring', version: 1 } }, silent)).toHaveLength(1);
  });

  test('that opens the point answers for everything', () => {
    expect(touched({ status: 'active' })).toEqual(['/kind', '/notice', '/greeting']);
  });
});
