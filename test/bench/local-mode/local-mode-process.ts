/** A local mode in a process of its own, so that a load does not share its thread; says where it is, and on each message what it uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalMode } from '../../../dev/local-mode.ts';
import { cpuOf } from '../process-cpu.ts';

const [dataFolder = ''] = process.argv.slice(2);
const localMode = await startLocalMode({ dataFolder, port: 0 });
const { baseUrl, apiKey, appSecret } = localMode;

/** Of the database, which is another process; where there is no /proc, nothing is known of it. */
function databaseUsage(): { readonly rss: number; readonly cpuMilliseconds: number } {
  try {
    const [, pid = ''] = readFileSync(join(dataFolder, 'database.sqlite.lock'), 'utf8').split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
    return { rss: kilobytes * 1024, cpuMilliseconds: cpuOf(Number(pid)) };
  } catch {
    return { rss: Number.NaN, cpuMilliseconds: Number.NaN };
  }
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const own = { rss: process.memoryUsage().rss, cpuMilliseconds: (user + system) / 1000 };
  process.send?.({ own, database: databaseUsage() });
});
process.once('disconnect', () => void localMode.stop().then(() => process.exit()));
process.send?.({ baseUrl, apiKey, appSecret });
