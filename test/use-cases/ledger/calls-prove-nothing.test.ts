import { expect, test } from 'vitest';
import { acme, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf } from '../../support/table/table-audit.ts';

const [old, other, bsuid] = ['14155550132', '14155550199', 'US.13491208655302741918'];
const minute = 60_000;

test('a call from a number that somebody left with a no is no proof of a new holder: the no stays', async () => {
  const bench = await ledgerBench();
  bench.setNow(noon);
  await bench.hear({ phone: old, bsuid }, noon);
  const no = { action: 'revoked', purposes: 'all', provider: true, eventId: 'stop' } as const;
  await bench.say({ phone: old, bsuid }, no);
  bench.setNow(noon + minute);
  // They write from another number, without a notice: the old one keeps what they said.
  await bench.hear({ phone: other, bsuid }, noon + minute);
  bench.setNow(noon + 2 * minute);
  await bench.ledger.recordCall(acme, {
    person: { phone: old },
    at: bench.now(),
    eventId: 'call:1',
    evidence: { callId: '1', identifiers: { phone: `+${old}` } },
  });
  expect(await consentOf(bench, { phone: old })).toMatchObject({ offers: 'opted-out' });
  expect((await auditTable(bench)).faults).toEqual([]);
});
