import { beforeEach, describe, expect, test } from 'vitest';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll } from '../../support/table/table-audit.ts';

/** The emulator shows no conflicts, throttles or lost answers: they are injected into the real client, the database stays real. */
type Fault = 'conflict' | 'throttle' | 'lost-answer' | 'crash-before';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const second = 1000;

function inject(fault: (attempt: number, command: string) => Fault | undefined): void {
  let attempt = 0;
  bench.table.documents.middlewareStack.add(
    (next, context) => async (args) => {
      attempt += 1;
      const found = fault(attempt, String(context.commandName));
      if (found === undefined) return next(args);
      if (found === 'lost-answer') {
        await next(args);
        throw new Error('socket hang up');
      }
      if (found === 'crash-before') throw new Error('crash');
      const isTransaction = String(context.commandName).startsWith('TransactWrite');
      const name = isTransaction
        ? 'TransactionCanceledException'
        : found === 'conflict'
          ? 'TransactionConflictException'
          : 'ThrottlingException';
      const code = found === 'conflict' ? 'TransactionConflict' : 'ThrottlingError';
      throw Object.assign(new Error(found), {
        name,
        ...(isTransaction && { CancellationReasons: [{ Code: 'None' }, { Code: code }] }),
      });
    },
    { step: 'initialize', name: 'injectedFaults', priority: 'high', override: true },
  );
}

/** Deterministic, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** As senders do: the same event again until it is acknowledged. */
async function untilAcknowledged(send: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await send();
      return;
    } catch (error) {
      if (tries === 19) throw error;
    }
  }
}

const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const stop = { ...own, action: 'revoked', purposes: 'all' } as const;

describe('with three in ten requests refused for conflicts or throttles', () => {
  test.each([11, 12, 13])('statements of eight writers are all stored (seed %i)', async (seed) => {
    const random = seeded(seed);
    inject((_, command) =>
      command.startsWith('Query') ? undefined : random() < 0.15 ? 'conflict' : random() < 0.15 ? 'throttle' : undefined,
    );
    const phone = '14155550100';
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        untilAcknowledged(() => bench.say({ phone }, { ...own, saidAt: noon - n * second, eventId: `e-${n}` })),
      ),
    );
    inject(() => undefined);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, entries: 8, faults: [] });
  });
});

describe('a conflict or a throttle now and then', () => {
  test.each(['conflict', 'throttle'] as const)('a %s is tried again without the caller noticing', async (fault) => {
    let refused = 0;
    inject((_, command) => {
      if (!/Transact|Update/.test(command) || refused > 2) return undefined;
      refused += 1;
      return fault;
    });
    await expect(bench.say({ phone: '14155550101' })).resolves.toMatchObject({ replayed: false });
    refused = 0;
    await expect(bench.hear({ phone: '14155550101' }, noon)).resolves.toBeUndefined();
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, entries: 1, faults: [] });
  });
});

describe('answers that are lost after the commit', () => {
  test('a sender that tries again stores nothing twice', async () => {
    const random = seeded(21);
    inject((_, command) => (/Transact|Put|Update/.test(command) && random() < 0.4 ? 'lost-answer' : undefined));
    for (let n = 0; n < 12; n += 1) {
      const person = { phone: `1415555030${n % 4}`, bsuid: `US.F${n % 4}` };
      await untilAcknowledged(() => bench.hear(person, noon + n * second));
      await untilAcknowledged(() =>
        bench.say(person, { ...(n % 3 === 2 ? stop : own), saidAt: noon - n * second, eventId: `l-${n}` }),
      );
    }
    inject(() => undefined);
    const all = await readAll(bench);
    expect(all.ledger.filter((item) => item.kind === 'statement')).toHaveLength(12);
    expect(await auditTable(bench)).toMatchObject({ subjects: 4, faults: [] });
  });
});

describe('a crash before each request in turn', () => {
  test('leaves a table that is whole, and the redelivery completes the story', async () => {
    const story = async (tag: string) => {
      const [phone, bsuid] = [`1415555${tag}`, `US.C${tag}`];
      await bench.say({ phone }, { saidAt: noon - 9 * second, eventId: `1-${tag}` });
      await bench.say({ bsuid }, { ...own, purposes: ['news'], saidAt: noon - 8 * second, eventId: `2-${tag}` });
      await bench.hear({ phone, bsuid }, noon - 7 * second);
      await bench.ledger.changeIdentifiers(acme, {
        person: { phone, bsuid },
        becomes: { phone: `1416555${tag}`, bsuid: `US.D${tag}` },
        at: noon - 6 * second,
        eventId: `3-${tag}`,
        evidence: {},
      });
      await bench.hear({ phone, bsuid: `US.E${tag}` }, noon - 5 * second);
      await bench.say({ phone: `1416555${tag}` }, { ...stop, saidAt: noon - 4 * second, eventId: `4-${tag}` });
    };
    let requests = 0;
    inject((attempt) => {
      requests = attempt;
      return undefined;
    });
    await story('0000');
    const points = requests;
    expect(points).toBeGreaterThan(20);
    for (let point = 1; point <= points; point += 1) {
      const tag = String(1000 + point);
      inject((attempt) => (attempt === point ? 'crash-before' : undefined));
      await story(tag).catch(() => undefined);
      inject(() => undefined);
      expect((await auditTable(bench)).faults, `after a crash at request ${point}`).toEqual([]);
      await story(tag);
      expect(await consentOf(bench, { phone: `1416555${tag}` })).toMatchObject({
        offers: 'opted-out',
        news: 'opted-out',
      });
      expect(await consentOf(bench, { phone: `1415555${tag}` })).toMatchObject({ offers: 'never-asked' });
    }
    expect(await auditTable(bench)).toMatchObject({ subjects: 2 * (points + 1), faults: [] });
    // A story for each of its requests, and the whole table looked at after each: long on a busy machine.
  }, 240_000);
});
