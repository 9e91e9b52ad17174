import { beforeEach, expect, test } from 'vitest';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { smsStops } from '../../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { IdentityConflictError, TryAgainError } from '../../../lambdas/domain/errors.ts';
import type { ReplyRequest } from '../../../lambdas/domain/replies/reply-request.ts';
import { type ReplyDeps, sendReply } from '../../../lambdas/use-cases/messages/send-reply.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';

const request: ReplyRequest = {
  appId: 'acme',
  subjectId: 'AAAAAAAAAAA',
  entry: 'entry-1',
  kind: 'stop-confirmed',
  at: noon,
  source: 'whatsapp-message',
  identifiers: { waId: '16505551234' },
};
let bench: LedgerBench;
let sent: string[];

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
  await bench.say({ phone: '16505551234' }, { action: 'revoked', purposes: 'all', provider: true, eventId: 'wamid.1' });
  sent = [];
});

const records = () => sendRecords(bench.table, identifierKey, bench.now);
const taken = (text: string) => {
  sent.push(text);
  return { came: 'sent' } as const;
};
const send = (changed: Partial<ReplyDeps> = {}, asked: ReplyRequest = request) =>
  sendReply(
    {
      apps: appStore(bench.table, bench.now),
      people: bench.people,
      choices: choiceStore(bench.table, bench.now),
      prompts: promptStore(bench.table, bench.now),
      templates: templateStore(bench.table),
      notices: noticeStore(bench.table),
      ledger: bench.ledger,
      smsStops: smsStops(bench.table),
      sends: sendRecords(bench.table, identifierKey, bench.now),
      answers: answerLimit(bench.table, identifierKey, bench.now),
      whatsapp: { send: async (_from, _to, { text }) => taken(text) },
      sms: { send: async (_from, _to, text) => taken(text) },
      now: bench.now,
      ...changed,
    },
    asked,
  );

test('of ten that try at once, one sends', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
  expect(sent).toHaveLength(1);
});

test('the marker stands before the message goes: what failed on the way is not sent again', async () => {
  const failed = await send({ whatsapp: { send: async () => ({ came: 'unknown' }) } });
  expect(failed).toEqual({ outcome: 'unknown' });
  expect(await send()).toEqual({ outcome: 'not-sent', codes: ['sent-before'] });
  expect(sent).toEqual([]);
});

test('a marker that cannot be set means that nothing goes out, and it comes again', async () => {
  await expect(
    send({ sends: { ...records(), claim: () => Promise.reject(new Error('throttled')) } }),
  ).rejects.toThrow();
  expect(sent).toEqual([]);
  expect(await send()).toEqual({ outcome: 'sent' });
});

test.each<[string, Partial<ReplyRequest>, string]>([
  ['an unknown app', { appId: 'nobody' }, 'unknown-app'],
  ['an unknown person', { identifiers: { waId: '16505550000' } }, 'nothing-to-confirm'],
  ['no identifier', { identifiers: {} }, 'nothing-to-confirm'],
  [
    'another channel',
    { source: 'sms-keyword', identifiers: { phone: '+16505551234' }, receivedBy: '+12125550101' },
    'other-channel',
  ],
  ['a number that is only known as a phone', { identifiers: { phone: '+16505551234' } }, 'no-address'],
])('is not sent: %s', async (_name, parts, code) => {
  expect(await send({}, { ...request, ...parts })).toEqual({ outcome: 'not-sent', codes: [code] });
  expect(sent).toEqual([]);
});

test('identifiers of two people: not sent; a store that is busy: comes again', async () => {
  const people = (error: Error) => ({ people: { find: () => Promise.reject(error) } });
  expect(await send(people(new IdentityConflictError(['usr_1', 'usr_2'])))).toEqual({
    outcome: 'not-sent',
    codes: ['identity-conflict'],
  });
  await expect(send(people(new TryAgainError('busy')))).rejects.toThrow(TryAgainError);
});
