/**
 * `npm run bench`: what our code costs beside a bare handler doing the least of the same work, both measured in the same run, in turn.
 * Prints figures and asserts nothing, because times differ from machine to machine; ratios hardly do (docs/performance.md).
 * `npm run bench -- events [how many]`: how long it takes from the record of a no to the bus, which the whole run prints too.
 * `npm run bench -- people [how many] [folder]`: how long the lists of many people take.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../dev/storage/database.ts';
import { benchEvents } from './bench-events.ts';
import { benchTable } from './bench-table.ts';
import { type ColdStart, compareColdStarts } from './cold-start/cold-start.ts';
import { type Comparison, compare } from './compare.ts';
import { gatePairs } from './gate-pairs.ts';
import { ledgerPairs } from './ledger-pairs.ts';
import { benchPeople } from './people/bench-people.ts';
import { webhookPairs } from './webhook-pairs.ts';

const row = (name: string, ...figures: readonly string[]) =>
  name.padEnd(52) + figures.map((figure) => figure.padStart(11)).join('');

function line(result: Comparison | ColdStart, unit: string): string {
  const figure = (number: number) => Math.round(number).toLocaleString('en') + unit;
  const { name, ours, bare, ratio, cpuRatio, reach } = result;
  return row(name, figure(ours), figure(bare), ratio.toFixed(2), cpuRatio.toFixed(2), reach).trimEnd();
}

const load = () =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(' ');

async function compareAll(): Promise<void> {
  console.log(`${new Date().toISOString()}  Node ${process.version}  load average ${load()}\n`);
  console.log(row('pair', 'ours', 'bare', 'ratio', 'by CPU', 'reach'));
  for (const pair of webhookPairs()) console.log(line(await compare(pair), '/s'));

  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-bench-'));
  const database = await startDatabase(join(folder, 'database.sqlite'));
  try {
    const bench = await benchTable(database.endpoint);
    for (const pair of await ledgerPairs(bench)) console.log(line(await compare(pair), '/s'));
    const gated = await gatePairs(bench);
    for (const pair of gated.pairs) console.log(line(await compare(pair), '/s'));
    gated.stop();
    for (const start of await compareColdStarts(bench, folder)) console.log(line(start, ' ms'));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  await benchEvents();
  console.log(`\nload average at the end ${load()}`);
}

const [what, ...more] = process.argv.slice(2);
if (what === 'people') await benchPeople(more);
else if (what === 'events') await benchEvents(Number(more[0] ?? 200));
else await compareAll();
