import type { SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownPerson } from '../../lambdas/domain/identity/subject.ts';
import { sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { keepWritten } from '../support/table/keep-written.ts';
import { virtualTime } from '../support/virtual-time.ts';

/** What is kept for the function of an account with 1,000 concurrent runs, and its largest batch: test/lib/campaign.test.ts holds both. */
const mostRuns = 90;
const batchSize = 10;
/** Lambda begins a queue with five runs, and adds 300 in a minute (Lambda developer guide, "Using Lambda with Amazon SQS"). */
const firstRuns = 5;
const moreRunsPerSecond = 300 / 60;

let metrics: string[];
beforeEach(() => {
  metrics = [];
  keepWritten((chunk) => {
    if (chunk.includes('CloudWatchMetrics')) metrics.push(chunk);
  });
});
afterEach(() => vi.restoreAllMocks());

/** STOPs of as many people, a hundred a second. */
async function stops(seconds: number): Promise<readonly SQSRecord[]> {
  const entries = Array.from({ length: 100 * seconds }, (_, n) =>
    streamRecord(
      {
        pk: `acme#L#u${n}`,
        sk: `e${n}`,
        at: noon + n * 10,
        src: 'whatsapp-message',
        reply: 'stop-confirmed',
        body: { identifiers: { waId: `1650555${String(n).padStart(4, '0')}` } },
      },
      n,
    ),
  );
  return (await relayed('replies', entries)).Records;
}

/** Lets the real function answer them, as fast as Lambda calls it. @param inBatch how many messages it finds for one run, at most */
async function campaign(graphMs: number, seconds: number, inBatch: number) {
  const notHere = () => Promise.reject(new Error('Nothing is refused here.'));
  const { now, sleep, run } = virtualTime(noon);
  const known = await whoeverStopped();
  const records = await stops(seconds);
  let sent = 0;
  const handler = sendReplies({
    apps: { find: async () => acme, onSmsNumber: async () => [acme] },
    people: { find: () => sleep(30).then(() => known) },
    choices: { find: async () => undefined },
    notices: { find: async () => undefined, latest: async () => undefined },
    prompts: {
      newCode: () => '',
      create: async () => undefined,
      mayAsk: async () => true,
      mayWelcome: async () => true,
    },
    templates: { find: async () => undefined, words: async () => undefined },
    sends: {
      claim: async () => true,
      settle: async () => undefined,
      release: async () => undefined,
      note: async () => true,
    },
    ledger: { recordPlatformPreference: notHere, recordStatement: notHere },
    smsStops: { heard: notHere },
    answers: { take: async () => 'taken' },
    whatsapp: {
      send: async () => {
        await sleep(graphMs);
        sent += 1;
        return { came: 'sent' };
      },
    },
    sms: { send: async () => ({ came: 'sent' }) },
    now,
  });
  const queue: SQSRecord[] = [];
  let running = 0;
  const call = (): void => {
    const allowed = Math.min(mostRuns, firstRuns + ((now() - noon) / 1000) * moreRunsPerSecond);
    while (queue.length > 0 && running < allowed) {
      running += 1;
      void handler({ Records: queue.splice(0, inBatch) }, lambdaContext()).then(() => {
        running -= 1;
        call();
      });
    }
  };
  const arrive = async (): Promise<void> => {
    for (const record of records) {
      queue.push(record);
      call();
      await sleep(10);
    }
  };
  void arrive();
  await run();
  return { sent, tooLate: metrics.filter((line) => line.includes('"ReplyTooLate":1')).length };
}

/** Somebody whose stop of everything stands. */
async function whoeverStopped(): Promise<KnownPerson | undefined> {
  const bench = await ledgerBench();
  const person = { phone: '16505551234' };
  await bench.say(person, { action: 'revoked', purposes: 'all', level: 3, saidAt: noon - 1000 });
  return bench.people.find('acme', person, noon);
}

describe('a hundred STOPs a second, the real function on a virtual clock and a model of a queue of Lambda', () => {
  test('are all confirmed in time at half a second a call, though each run finds but one of them', async () => {
    expect(await campaign(500, 30, 1)).toEqual({ sent: 3000, tooLate: 0 });
  });

  test('are all confirmed in time at five seconds a call, with batches of ten', async () => {
    expect(await campaign(5000, 90, batchSize)).toEqual({ sent: 9000, tooLate: 0 });
  });

  test('are told to be too late at five seconds a call, if each run finds but one of them', async () => {
    const { sent, tooLate } = await campaign(5000, 90, 1);
    expect(tooLate).toBeGreaterThan(1000);
    expect(sent + tooLate).toBe(9000);
  });
});
