/**
 * Runs in a process of its own: loads a bundled function, sends it one event, and prints the milliseconds of the import, of the event and
 * of both, by clock and by CPU.
 */
import { readFileSync } from 'node:fs';

/** What HTTP or an authorizer is answered. */
interface Answer {
  readonly statusCode?: number;
  readonly isAuthorized?: boolean;
}
interface Bundle {
  handler(event: unknown, context: object): Promise<Answer>;
}

// By itself Node shows the line of it, and a bundle is one.
process.once('uncaughtException', (error) => {
  console.error(error.stack);
  process.exit(1);
});
const [bundle = '', eventFile = ''] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8')) as unknown;
const now = () => {
  const { user, system } = process.cpuUsage();
  return { milliseconds: performance.now(), cpuMilliseconds: (user + system) / 1000 };
};
type Moment = ReturnType<typeof now>;
const between = (from: Moment, to: Moment): Moment => ({
  milliseconds: to.milliseconds - from.milliseconds,
  cpuMilliseconds: to.cpuMilliseconds - from.cpuMilliseconds,
});

const started = now();
const { handler } = (await import(bundle)) as Bundle;
const imported = now();
const { statusCode, isAuthorized = statusCode === 200 || statusCode === 201 } = await handler(event, {
  awsRequestId: 'bench',
  getRemainingTimeInMillis: () => 10_000,
});
const answered = now();
if (!isAuthorized) throw new Error(`The first event was answered ${statusCode ?? 'with a no'}.`);
const [init, first] = [between(started, imported), between(imported, answered)];
console.log(JSON.stringify({ ...between(started, answered), init, event: first }));
process.exit();
