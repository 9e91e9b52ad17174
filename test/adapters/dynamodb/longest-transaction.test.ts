import { beforeEach, expect, test } from 'vitest';
import { mostItems } from '../../../lambdas/adapters/dynamodb/table/transaction.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { mostPurposes } from '../../../lambdas/edge/api/apps/app.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable } from '../../support/table/table-audit.ts';

/** As many purposes as an app may have: each is a row of a person, on both sides of a merge. */
const all = Array.from({ length: mostPurposes }, (_, n) => `purpose-${n}`);
const wide = { ...acme, purposes: all.map((id) => ({ purposeId: id, name: id, category: 'marketing' as const })) };
const [phone, newPhone] = ['16505550001', '16505550002'];

let bench: LedgerBench;
let lengths: number[];
let id = 0;
beforeEach(async () => {
  bench = await ledgerBench();
  lengths = [];
  bench.table.documents.middlewareStack.add(
    (next) => (args) => {
      const { TransactItems } = args.input as { readonly TransactItems?: readonly unknown[] };
      if (TransactItems !== undefined) lengths.push(TransactItems.length);
      return next(args);
    },
    { step: 'initialize', name: 'lengths' },
  );
});

const say = (person: PersonRef, action: 'granted' | 'revoked' | 'resumed', at: number) => {
  id += 1;
  bench.setNow(at);
  return bench.ledger.recordStatement(wide, {
    ...{ person, action, purposes: action === 'granted' ? all : 'all', level: 3, saidAt: at },
    ...{ source: 'whatsapp-message', evidence: {}, provider: true, eventId: `said-${id}` },
  });
};
const meet = (person: PersonRef, at: number) => {
  bench.setNow(at);
  return bench.ledger.noteInbound(wide, { person, at, eventId: `met-${at}` });
};

/** What every one of them must be, however much is said of a person at once. */
async function fits(): Promise<void> {
  expect(Math.max(...lengths)).toBeLessThanOrEqual(mostItems);
  expect(Math.max(...lengths)).toBeGreaterThan(mostPurposes);
  expect(await auditTable(bench)).toMatchObject({ faults: [] });
}

test('an opt-in, a stop and a START of all purposes', async () => {
  await say({ phone }, 'granted', noon);
  await say({ phone }, 'revoked', noon + 1000);
  await say({ phone }, 'resumed', noon + 2000);
  await fits();
});

test('a merge of two people with all purposes each, and a stop of who they are then', async () => {
  await say({ phone }, 'granted', noon);
  await say({ bsuid: 'US.1' }, 'granted', noon);
  await meet({ phone, bsuid: 'US.1' }, noon + 1000);
  await say({ bsuid: 'US.1' }, 'revoked', noon + 2000);
  await fits();
});

test('a change of number onto a number of somebody else, both with all purposes', async () => {
  await say({ phone, bsuid: 'US.1' }, 'granted', noon);
  await say({ phone: newPhone }, 'granted', noon);
  await bench.ledger.changeIdentifiers(wide, {
    ...{ person: { phone, bsuid: 'US.1' }, becomes: { phone: newPhone, bsuid: 'US.1' } },
    ...{ at: noon + 1000, eventId: 'change', evidence: {} },
  });
  await fits();
});

test('a stop of somebody with all purposes who was many before: each is looked at for a retry', async () => {
  await say({ phone }, 'granted', noon);
  for (let n = 0; n < 8; n += 1) {
    await say({ bsuid: `US.${n}` }, 'granted', noon + n * 10_000);
    await meet({ phone, bsuid: `US.${n}` }, noon + n * 10_000 + 5000);
  }
  await say({ phone }, 'revoked', noon + 1_000_000);
  await fits();
});
