/**
 * `npm run bench`: what our code costs beside a bare handler doing the least of the same work, both measured in the same run, in turn.
 * Prints figures and asserts nothing, because times differ from machine to machine; ratios hardly do (docs/performance.md).
 *
 * `npm run bench -- …`, each by itself:
 * - `http`: whole handlers over HTTP, which the whole run prints first;
 * - `cold`: the first answer of functions that are cold, at 512 MB;
 * - `events [how many]`: from the record of a no to the bus, which the whole run prints too;
 * - `export [people]`: what a row of an export takes, with windows and without;
 * - `people [how many] [folder]`: how long the lists of many people take;
 * - `growth [people …]`: whether a call takes longer the more people there are;
 * - `ledger [entries …]`: what STOP and START cost somebody who says them all day;
 * - `mix [seconds] [times]`, `soak [minutes]`: local mode under load;
 * - `--rivals`: other packages for the same work, which it installs into a temporary folder first.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../dev/storage/database.ts';
import { webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { benchEvents } from './bench-events.ts';
import { benchLedger } from './bench-ledger.ts';
import { type BenchTable, benchTable } from './bench-table.ts';
import { benchCold } from './cold-start/bench-cold.ts';
import { type ColdStart, compareColdStarts } from './cold-start/cold-start.ts';
import { type Comparison, compare } from './compare.ts';
import { benchExport } from './exports/bench-export.ts';
import { gatePairs } from './gate-pairs.ts';
import { compareHandlers, type HandlerComparison, type Rival } from './http/handler-pairs.ts';
import { servedBundle } from './http/our-side.ts';
import { keywordTimes } from './keyword-times.ts';
import { ledgerPairs } from './ledger-pairs.ts';
import { benchGrowth } from './local-mode/bench-growth.ts';
import { benchMix, benchSoak } from './local-mode/bench-load.ts';
import { benchPeople } from './people/bench-people.ts';
import { machineLine, row } from './report.ts';
import { startC15t } from './rivals/c15t-rivals.ts';
import { installRivals } from './rivals/install-rivals.ts';
import { hasPostgres } from './rivals/postgres.ts';
import { rivalPairs } from './rivals/rival-pairs.ts';
import { webhookPairs } from './webhook-pairs.ts';

function line(result: Comparison | ColdStart, unit: string): string {
  const figure = (number: number) => Math.round(number).toLocaleString('en') + unit;
  const { name, ours, bare, ratio, cpuRatio, reach } = result;
  return row(name, figure(ours), figure(bare), ratio.toFixed(2), cpuRatio.toFixed(2), reach).trimEnd();
}

function handlerLine({ name, reach, ours, bare }: HandlerComparison): string {
  const rates = [ours, bare].map(({ perSecond }) => `${Math.round(perSecond).toLocaleString('en')}/s`);
  const cpu = [ours, bare].map(({ cpuMicroseconds }) => `${Math.round(cpuMicroseconds).toLocaleString('en')} us`);
  const byCpu = bare.cpuMicroseconds / ours.cpuMicroseconds;
  const database = [ours, bare].map(
    ({ databaseMicroseconds }) => `${Math.round(databaseMicroseconds).toLocaleString('en')} us`,
  );
  const p99 = [ours, bare].map((side) => `${side.p99.toFixed(0)} ms`);
  const ratios = [ours.perSecond / bare.perSecond, byCpu].map((ratio) => ratio.toFixed(2));
  return row(name, ...rates, ...cpu, ...database, ...p99, ...ratios, reach);
}

/** Runs with an embedded database of its own, and a folder; both go away. */
async function withBenchTable(run: (bench: BenchTable, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-bench-'));
  const database = await startDatabase(join(folder, 'database.sqlite'));
  try {
    await run(await benchTable(database), folder);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Between a line that says when and how busy the machine was, and another. */
async function onBenchTable(run: (bench: BenchTable, folder: string) => Promise<void>): Promise<void> {
  console.log(machineLine());
  await withBenchTable(run);
  console.log(`at the end: ${machineLine()}`);
}

const cpuColumns = [
  'ours',
  'bare',
  'CPU ours',
  'CPU bare',
  'database',
  'of bare',
  'p99 ours',
  'p99 bare',
  'ratio',
  'by CPU',
  'reach',
];

async function compareOverHttp(bench: BenchTable, folder: string): Promise<void> {
  console.log(row('whole handlers over HTTP, eight at a time', ...cpuColumns));
  await compareHandlers(bench, folder, (comparison) => console.log(handlerLine(comparison)));
}

async function compareAll(): Promise<void> {
  console.log(`${machineLine()}\n`);
  await withBenchTable(async (bench, folder) => {
    await compareOverHttp(bench, folder);
    console.log(`\n${row('without the frame of a handler', 'ours', 'bare', 'ratio', 'by CPU', 'reach')}`);
    for (const pair of webhookPairs()) console.log(line(await compare(pair), '/s'));
    for (const { name, microseconds, reach } of await keywordTimes())
      console.log(row(name, `${microseconds.toFixed(1)} us`, '', '', '', reach));
    for (const pair of await ledgerPairs(bench)) console.log(line(await compare(pair), '/s'));
    const gated = await gatePairs(bench);
    for (const pair of gated.pairs) console.log(line(await compare(pair), '/s'));
    gated.stop();
    for (const start of await compareColdStarts(bench, folder)) console.log(line(start, ' ms'));
  });
  await benchEvents();
  console.log(`\nat the end: ${machineLine()}`);
}

async function compareRivals(): Promise<void> {
  console.log(machineLine());
  const folder = mkdtempSync(join(tmpdir(), 'optledger-rivals-'));
  try {
    const rivals = installRivals(folder);
    console.log(row('verify, parse, hand over: ours / theirs', 'ours', 'theirs', 'ratio', 'by CPU', 'reach'));
    for (const pair of await rivalPairs(rivals)) console.log(line(await compare(pair), '/s'));
    console.log(row('over HTTP, eight at a time', ...cpuColumns.map((name) => name.replace('bare', 'theirs'))));
    const told = (comparison: HandlerComparison) => console.log(handlerLine(comparison));
    await withBenchTable((bench, own) => compareHandlers(bench, own, told, [powertools(rivals.powertoolsHandler)]));
    if (!hasPostgres()) console.log('c15t needs a PostgreSQL (initdb and postgres on the PATH); here is none.');
    else await compareWithC15t(rivals.c15tServer, told);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`at the end: ${machineLine()}`);
}

const powertools = (handlerUrl: string): Rival => ({
  kind: 'inbound',
  name: 'inbound / Powertools 2.34, idempotency',
  reach: '>= 2.20',
  beside: (ground, asked) =>
    servedBundle(ground, handlerUrl, asked, {
      BENCH_TABLE: ground.bench.table.tableName,
      BENCH_APP_SECRET: webhookSecrets.appSecrets[0] ?? '',
    }),
});

async function compareWithC15t(server: string, told: (comparison: HandlerComparison) => void): Promise<void> {
  const c15t = await startC15t(server);
  try {
    await withBenchTable((bench, own) => compareHandlers(bench, own, told, c15t.rivals));
  } finally {
    await c15t.stop();
  }
}

// So that what ends with this process does, a database of somebody else's among it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const [what, ...more] = process.argv.slice(2);
const numbers = more.map(Number);
const orElse = (given: readonly number[], usual: readonly number[]) => (given.length === 0 ? usual : given);
if (what === 'people') await benchPeople(more);
else if (what === 'events') await benchEvents(numbers[0]);
else if (what === 'growth') await benchGrowth(orElse(numbers, [10_000, 100_000]));
else if (what === 'ledger') await benchLedger(orElse(numbers, [1, 100, 1_000]));
else if (what === 'mix') await benchMix(...numbers);
else if (what === 'soak') await benchSoak(...numbers);
else if (what === '--rivals') await compareRivals();
else if (what === 'http') await onBenchTable(compareOverHttp);
else if (what === 'cold') await onBenchTable(benchCold);
else if (what === 'export') await onBenchTable((bench, folder) => benchExport(bench, folder, numbers[0]));
else if (what === undefined) await compareAll();
else {
  console.error(
    `There is no bench "${what}"; there are cold, events, export, growth, http, ledger, mix, people and soak.`,
  );
  process.exitCode = 2;
}
