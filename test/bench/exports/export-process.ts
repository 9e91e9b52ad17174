/**
 * A process with one bundled function. It is sent events, gives them to the function one after the other, and says what that answered and
 * what it took: CPU of all threads, read units as the lines of its log have them, and the most memory so far.
 */
import type { Ran } from './export-function.ts';

type Handler = (event: unknown, context: object) => Promise<unknown>;

const { handler } = (await import(process.argv[2] ?? '')) as { readonly handler: Handler };
let readUnits = 0;
/** The log is read and goes nowhere. */
process.stdout.write = (line: unknown) => {
  readUnits += (JSON.parse(String(line)) as { readonly readUnits?: number }).readUnits ?? 0;
  return true;
};

process.on('message', async (events: readonly unknown[]) => {
  readUnits = 0;
  const before = process.cpuUsage();
  const answers: unknown[] = [];
  for (const event of events) {
    answers.push(await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 900_000 }));
  }
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.send?.({ answers, cpuMicroseconds: user + system, readUnits, peakMegabytes } satisfies Ran);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
