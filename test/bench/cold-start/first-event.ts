/** Runs in a process of its own: loads a bundled function, sends it one event, and prints the milliseconds of both and of the event, by clock and by CPU. */
import { readFileSync } from 'node:fs';

interface Bundle {
  handler(event: unknown, context: object): Promise<{ readonly statusCode: number }>;
}

const [bundle = '', eventFile = ''] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8')) as unknown;
const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
const { handler } = (await import(bundle)) as Bundle;
const [importedAt, cpuOfImport] = [performance.now(), process.cpuUsage()];
const { statusCode } = await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 });
const since = (at: number, before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - at, cpuMilliseconds: (user + system) / 1000 };
};
const took = { ...since(startedAt, cpuBefore), event: since(importedAt, cpuOfImport) };
if (statusCode !== 200) throw new Error(`The first event was answered ${statusCode}.`);
console.log(JSON.stringify(took));
process.exit();
