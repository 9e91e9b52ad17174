import { beforeAll, describe, expect, test } from 'vitest';
import { type Brake, tokenBucket } from '../../dev/http/token-bucket.ts';
import { describeStack } from '../../dev/stack/stack.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { synthesise } from '../lib/synthesised-stack.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { ledgerRows } from '../support/table/rows.ts';

/*
 * Simulation 18 of the review: a campaign at Meta's own speed. 1,000 messages a second bring 3,300 deliveries, three statuses a message
 * and the answers; one in a hundred is a STOP. Time is virtual. The gateway has the brake of the template and the runs that it keeps for the
 * webhook; what gets through goes through the real function into the real table.
 */
const perSecond = 3300;
const seconds = 5;
const oneStopIn = 100;
/** Of statuses, which the function answers without the table, so many are really heard: all of them would only take longer. */
const oneStatusHeardIn = 50;

/** How long a run takes, in virtual milliseconds: a status asks nothing of the table, a STOP reads and writes. */
const [statusTakes, stopTakes] = [10, 60];
/** When Meta comes again after a refusal, in milliseconds. Unpublished but for "at once, then less and less often": this is kind. */
const comesAgain = [1000, 30_000, 60_000, 300_000, 900_000];
/** Within this a STOP is stored after Meta first brought it. */
const latest = 10_000;

interface Delivery {
  readonly at: number;
  readonly first: number;
  readonly times: number;
  readonly n: number;
}

/** What reached the function, in the order of its virtual time, and what was turned away for good. */
function simulate(brake: Brake, runsAtOnce: number): readonly Delivery[] {
  let now = 0;
  const bucket = tokenBucket(brake, () => now);
  const runsUntil: number[] = Array.from({ length: runsAtOnce }, () => 0);
  // Each kind of wait is a queue of its own, in which whoever came first is first.
  const queues: Delivery[][] = [[], ...comesAgain.map(() => [])];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const at = (n * 1000) / perSecond;
    queues[0]?.push({ at, first: at, times: 0, n });
  }
  const heads = queues.map(() => 0);
  const reached: Delivery[] = [];
  for (;;) {
    let next: Delivery | undefined;
    for (const [index, queue] of queues.entries()) {
      const head = queue[heads[index] ?? 0];
      if (head !== undefined && (next === undefined || head.at < next.at)) next = head;
    }
    if (next === undefined) return reached;
    heads[next.times] = (heads[next.times] ?? 0) + 1;
    now = next.at;
    const free = runsUntil.findIndex((until) => until <= now);
    if (bucket.take() && free >= 0) {
      const took = isStop(next) ? stopTakes : statusTakes;
      runsUntil[free] = now + took;
      reached.push({ ...next, at: now + took });
      continue;
    }
    const wait = comesAgain[next.times];
    if (wait !== undefined) queues[next.times + 1]?.push({ ...next, at: now + wait, times: next.times + 1 });
  }
}

const isStop = ({ n }: Pick<Delivery, 'n'>): boolean => n % oneStopIn === 7;
const stopsIn = (deliveries: readonly Delivery[]) => deliveries.filter(isStop);
const isLate = ({ at, first }: Delivery): boolean => at - first > latest;
const stopsSent = (perSecond * seconds) / oneStopIn;

describe('3,300 deliveries a second, one in a hundred a STOP', () => {
  let brake: Brake;
  let runsAtOnce: number;
  beforeAll(() => {
    const stack = synthesise({ stage: 'prod', accountConcurrency: '1000' });
    const { routes } = describeStack(stack.template.toJSON() as Parameters<typeof describeStack>[0]);
    const found = routes.find(({ method, path }) => method === 'POST' && path === '/webhooks/whatsapp')?.brake;
    if (found === undefined) throw new Error('The webhook has no brake.');
    brake = found;
    runsAtOnce = Number(stack.functionNamed('whatsapp-webhook').properties.ReservedConcurrentExecutions);
  });

  test('every STOP is stored within ten seconds of its first delivery', async () => {
    const reached = simulate(brake, runsAtOnce);
    expect(stopsIn(reached)).toHaveLength(stopsSent);
    expect(reached.filter(isLate)).toEqual([]);

    const bench = await ledgerBench();
    await appStore(bench.table, bench.now).create(acme);
    const webhook = webhookFor(bench);
    const waiting = reached.filter((each) => isStop(each) || each.n % oneStatusHeardIn === 0);
    for (const { at, first, n } of waiting) {
      bench.setNow(noon + at);
      expect((await deliver(webhook, isStop({ n }) ? stopAt(n, noon + first) : statusAt(n, noon + first))).status).toBe(
        200,
      );
    }
    const stored = (await ledgerRows(bench.table)).filter(({ action }) => action === 'revoked');
    expect(stored).toHaveLength(stopsSent);
    for (const { at, rec } of stored) expect(Number(rec) - Number(at)).toBeLessThanOrEqual(latest + 1000);
  });

  test('behind the brake of before, 1,000 a second, many come much later', () => {
    const stops = stopsIn(simulate({ rate: 1000, burst: 2000 }, runsAtOnce));
    expect(stops.filter(isLate).length + stopsSent - stops.length).toBeGreaterThan(stopsSent / 4);
  });

  test('and with the ten runs of a new account as well', () => {
    const stops = stopsIn(simulate(brake, 10));
    expect(stops.filter(isLate).length + stopsSent - stops.length).toBeGreaterThan(stopsSent / 4);
  });
});

function webhookFor(bench: LedgerBench) {
  return whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
  });
}

const numberOf = (n: number): string => `1650555${String(1000 + (n % 9000))}`;
const change = (items: object) => delivery(messagesChange('106540352242922', items));
const stopAt = (n: number, at: number) => change({ messages: [textMessage(numberOf(n), `wamid.${n}`, at, 'STOP')] });
const statusAt = (n: number, at: number) =>
  change({
    statuses: [
      { id: `wamid.s${n}`, status: 'delivered', timestamp: String(Math.floor(at / 1000)), recipient_id: numberOf(n) },
    ],
  });
