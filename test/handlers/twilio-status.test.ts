import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { smsStops } from '../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { statusUrl } from '../../lambdas/adapters/providers/twilio/status-url.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { SendResult } from '../../lambdas/domain/sends/send-result.ts';
import { sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { promptDeps } from '../support/ledger/prompts.ts';
import { publicUrl } from '../support/providers/twilio.ts';
import { type TwilioBench, twilioBench } from '../support/providers/twilio-bench.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';

const number = '+12125550101';
const anna = { phone: '14155550182' };
const shop: App = { ...acme, smsNumbers: [{ phone: number, country: 'US', provider: 'twilio' }] };
const status = '/webhooks/twilio/acme/status';
const messages = '/webhooks/twilio/acme/messages';

let bench: TwilioBench;
let answer: SendResult;
let sent: { readonly by: object; readonly reference: string | undefined }[];

beforeEach(async () => {
  bench = await twilioBench();
  await appStore(bench.table, bench.now).create(shop);
  answer = { came: 'sent', messageId: 'SMout' };
  sent = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

/** An SMS of hers, and what we answer to it. */
async function optInAnswered(): Promise<void> {
  const said = { MessageSid: 'SMin', From: '+14155550182', To: number, Body: 'OPTIN ACME' };
  expect((await bench.post({ path: messages }, said)).status).toBe(200);
  const { Records } = await relayed('replies', (await ledgerRows(bench.table)).map(streamRecord));
  const replies = sendReplies({
    ...bench.deps(),
    ...promptDeps(bench.table, bench.now),
    templates: templateStore(bench.table),
    notices: noticeStore(bench.table),
    choices: choiceStore(bench.table, bench.now),
    people: bench.people,
    smsStops: smsStops(bench.table),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    sends: sendRecords(bench.table, identifierKey, bench.now),
    whatsapp: { send: async () => ({ came: 'unknown' }) },
    sms: {
      send: async (_from, _to, _text, by, reference) => {
        sent.push({ by, reference });
        return answer;
      },
    },
  });
  await replies({ Records }, lambdaContext());
}
const told = (fields: object, reference = sent[0]?.reference ?? '') => {
  const { searchParams } = new URL(statusUrl(publicUrl, 'acme', reference));
  const all = { MessageSid: 'SMout', MessageStatus: 'undelivered', From: number, To: '+14155550182', ...fields };
  return bench.post({ path: status, query: { send: searchParams.get('send') ?? '' } }, all as Record<string, string>);
};
const noes = async () => (await ledgerRows(bench.table)).filter(({ action }) => action === 'revoked');
const records = async () => (await rowsWhere(bench.table, /#Y#/)).map(({ came, codes }) => [came, codes]);

describe('what Twilio says later of a message of ours', () => {
  it('is asked for by a URL that names the message, and goes to whom the number is', async () => {
    await optInAnswered();
    expect(sent).toEqual([
      { by: { appId: 'acme', provider: 'twilio' }, reference: expect.stringMatching(/^optledger:s:/) },
    ]);
    expect(statusUrl(publicUrl, 'acme', sent[0]?.reference ?? '')).toMatch(/\/status\?send=optledger\.s\.[\w.-]+$/);
  });

  it.each(['63014', '63016', '63024', '63049'])('is kept with it, and says nothing of consent: %s', async (code) => {
    await optInAnswered();
    expect((await told({ ErrorCode: code })).status).toBe(200);
    expect(await records()).toEqual([['refused', [code]]]);
    expect(await noes()).toEqual([]);
  });

  it('is no news where it arrived', async () => {
    await optInAnswered();
    for (const MessageStatus of ['queued', 'sent', 'delivered', 'read']) await told({ MessageStatus });
    expect(await records()).toEqual([['sent', undefined]]);
  });

  it.each<[string, object]>([
    ['another message', { MessageSid: 'SMother' }],
    ['one of somebody else', { MessageSid: 'SMother', To: '+14155550199' }],
  ])('is believed by its id only: %s', async (_, fields) => {
    await optInAnswered();
    expect((await told({ ErrorCode: '21610', ...fields })).status).toBe(200);
    expect(await records()).toEqual([['sent', undefined]]);
    expect(await noes()).toEqual([]);
  });

  it('that she stopped this number is a no of everything, reported, and one however often it is told', async () => {
    await optInAnswered();
    for (const _ of [1, 2]) expect((await told({ MessageStatus: 'failed', ErrorCode: '21610' })).status).toBe(200);
    expect(await noes()).toMatchObject([{ purposes: 'all', level: 2, body: { receivedBy: number } }]);
  });

  it('and the same when it is said at once, and told once more', async () => {
    answer = { came: 'refused', code: '21610' };
    await optInAnswered();
    expect(await noes()).toHaveLength(1);
    await told({ MessageStatus: 'failed', ErrorCode: '21610' });
    expect(await noes()).toHaveLength(1);
  });

  it('adds nothing where the ledger has her own STOP on this number', async () => {
    await optInAnswered();
    bench.setNow(noon + 2000);
    await bench.post({ path: messages }, { MessageSid: 'SMstop', From: '+14155550182', To: number, Body: 'STOP' });
    await told({ MessageStatus: 'failed', ErrorCode: '21610' });
    expect(await noes()).toMatchObject([{ level: 3 }]);
  });

  it('is refused without a signature over its own URL', async () => {
    await optInAnswered();
    const all = {
      MessageSid: 'SMout',
      MessageStatus: 'failed',
      ErrorCode: '21610',
      From: number,
      To: `+${anna.phone}`,
    };
    expect((await bench.post({ path: status, token: 'f'.repeat(32), query: { send: 'x' } }, all)).status).toBe(401);
    expect((await bench.post({ path: status }, all)).status).toBe(200);
    expect(await noes()).toEqual([]);
  });
});
