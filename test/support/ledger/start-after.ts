import type { LedgerBench } from './ledger-bench.ts';

/** Somebody opts in to two purposes, stops everything, and is then asked so many times; gives the START that comes next. */
export async function startAfter(
  bench: LedgerBench,
  phone: string,
  requests: number,
): Promise<() => ReturnType<LedgerBench['say']>> {
  const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
  await bench.say({ phone }, { ...own, purposes: ['offers', 'orders'] });
  bench.setNow(bench.now() + 60_000);
  await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all' });
  for (let request = 0; request < requests; request += 1) {
    bench.setNow(bench.now() + 2000);
    await bench.say({ phone }, { action: 'requested', purposes: ['news'], eventId: `r-${request}` });
  }
  // The clock of the phone is not ours: it may have been sent a little before the last request.
  const saidAt = bench.now() - 500;
  return () => bench.say({ phone }, { ...own, action: 'resumed', purposes: 'all', saidAt });
}
