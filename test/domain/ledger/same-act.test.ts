import { describe, expect, test } from 'vitest';
import { EventIdReusedError, InvalidInputError } from '../../../lambdas/domain/errors.ts';
import {
  contentOf,
  mustBeRetry,
  nameOfCopy,
  nameOfEvent,
  nameOfStatement,
} from '../../../lambdas/domain/ledger/same-act.ts';
import { mustBeSayable, type StatementCommand, saidBy } from '../../../lambdas/domain/ledger/statement-command.ts';

const command: StatementCommand = {
  person: { phone: '14155550132' },
  action: 'granted',
  purposes: ['offers', 'orders'],
  level: 2,
  saidAt: 1000,
  source: 'paper',
  evidence: { operator: 'o', documentRef: 'd' },
  provider: false,
};

describe('two calls are the same act', () => {
  const same = (more: Partial<StatementCommand>) => contentOf({ ...command, ...more }) === contentOf(command);
  test.each<[string, Partial<StatementCommand>]>([
    ['whatever the order of the purposes', { purposes: ['orders', 'offers'] }],
    ['whatever the order of the evidence', { evidence: { documentRef: 'd', operator: 'o' } }],
    ['whomever they name', { person: { bsuid: 'US.1' } }],
    ['whatever we know of the notice', { seal: { noticeHash: 'h' } }],
    ['whatever they want to be told', { reply: 'opt-in-confirmed' }],
    ['whether something is absent or undefined', { rule: undefined }],
  ])('%s', (_, more) => expect(same(more)).toBe(true));
  test.each<[string, Partial<StatementCommand>]>([
    ['action', { action: 'requested' }],
    ['purposes', { purposes: ['offers'] }],
    ['level', { level: 3 }],
    ['time', { saidAt: 1001 }],
    ['source', { source: 'email' }],
    ['evidence', { evidence: { operator: 'o' } }],
    ['rule', { rule: 'start.en.start' }],
  ])('but not with another %s', (_, more) => expect(same(more)).toBe(false));
});

test('the name of an act is its event id in its kind of source, or its content', () => {
  expect(nameOfStatement(command, 'hash')).toBe('c|hash');
  expect(nameOfStatement({ ...command, eventId: 'e' }, 'hash')).toBe('a|e');
  expect(nameOfStatement({ ...command, eventId: 'e', provider: true }, 'hash')).toBe('p|e');
  expect([nameOfEvent('e'), nameOfCopy('s.1')]).toEqual(['p|e', 'copy|s.1']);
});

describe('what came first under the name', () => {
  const first = { kind: 'statement', action: 'granted', content: 'hash' } as const;
  const provider = { ...command, provider: true };
  test('is the same act with the same content', () => {
    expect(mustBeRetry(command, 'hash', first)).toBe(first);
  });
  test.each<[string, StatementCommand, Parameters<typeof mustBeRetry>[2]]>([
    ['with another content', command, { ...first, content: 'other' }],
    ['with another content and another action', command, { ...first, action: 'revoked', content: 'other' }],
    ['of a provider with another action', provider, { ...first, action: 'revoked' }],
    ['that is no statement', command, { kind: 'chat', content: '' }],
    ['that is a brake of a provider', provider, { kind: 'suppression', content: '' }],
    ['that is not there any more', command, undefined],
  ])('is another act: one %s', (_, retry, other) => {
    expect(() => mustBeRetry(retry, 'hash', other)).toThrow(EventIdReusedError);
  });
  test('of a provider may differ in what we made of it: a keyword may be read otherwise by a later version', () => {
    expect(mustBeRetry(provider, 'other', first)).toBe(first);
  });
});

describe('what can be said', () => {
  const say = (action: StatementCommand['action'], purposes: StatementCommand['purposes']) => () =>
    mustBeSayable({ ...command, action, purposes });
  test.each([
    ['granted', 'all'],
    ['granted', 'marketing'],
    ['requested', 'all'],
    ['requested', 'marketing'],
    ['resumed', 'marketing'],
  ] as const)('%s of %s cannot', (action, purposes) => expect(say(action, purposes)).toThrow(InvalidInputError));
  test.each([
    ['revoked', 'all'],
    ['refused', 'marketing'],
    ['resumed', 'all'],
    ['granted', ['marketing']],
  ] as const)('%s of %s can', (action, purposes) => expect(say(action, purposes)).not.toThrow());
});

test('a provider proves what it shows, a caller names, and a no of a caller is taken in any case', () => {
  expect(saidBy({ ...command, provider: true, action: 'revoked' })).toBe('provider');
  expect(saidBy(command)).toBe('caller');
  expect(['revoked', 'refused'].map((action) => saidBy({ ...command, action: action as 'revoked' }))).toEqual([
    'caller-no',
    'caller-no',
  ]);
});
