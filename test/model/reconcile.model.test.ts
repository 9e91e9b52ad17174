import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { appKey } from '../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { IdentityConflictError } from '../../lambdas/domain/errors.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import type { Row } from '../support/table/rows.ts';
import { stagesOf } from '../support/table/stages.ts';
import { pick, randomSaid, seededRandom } from './random-history.ts';
import { sizeOf } from './size.ts';
import {
  allowed,
  damaged,
  findingsOf,
  type Items,
  inRows,
  itemsOf,
  keyOf,
  type Stage,
  tableOf,
  torn,
} from './torn-table.ts';

const histories = Number(process.env.HISTORIES ?? sizeOf(10, 30, 300));
const seed = Number(process.env.SEED ?? 20261126);

/** A history that once came out wrong: of somebody whose place was free only once another person was mended. Of an app without acts of the business. */
const withoutBusiness = 289;
/** Others that once did: of people whose place was free only once a link was mended. */
const onceWrong = [163, 249, withoutBusiness];

interface Names {
  readonly phones: readonly string[];
  readonly bsuids: readonly string[];
}

/** Others for each history: where they lie in the table, and so who is looked at first, must not be an accident. */
function namesOf(n: number): Names {
  const digits = [0, 1, 2].map((each) => String(((seed + n) * 37 + each * 1009) % 10_000).padStart(4, '0'));
  return { phones: digits.map((each) => `1415555${each}`), bsuids: digits.map((each) => `US.X${each}`) };
}

const everybodyOf = ({ phones, bsuids }: Names): readonly PersonRef[] => [
  ...phones.map((phone) => ({ phone })),
  ...bsuids.map((bsuid) => ({ bsuid })),
];

/** One act of somebody, later than all before. Half of the histories are of people who never change their identifiers. */
function randomAct(
  random: () => number,
  { bench, names: { phones, bsuids } }: { readonly bench: LedgerBench; readonly names: Names },
  n: number,
  isPlain: boolean,
): () => Promise<unknown> {
  const i = Math.floor(random() * phones.length);
  const j = isPlain ? i : Math.floor(random() * bsuids.length);
  const [phone, bsuid] = [phones[i] ?? '', bsuids[j] ?? ''];
  const roll = random();
  const person: PersonRef = roll < 0.4 ? { phone } : roll < 0.6 ? { bsuid } : { phone, bsuid };
  const at = bench.now() - Math.floor(random() * 3) * 1000;
  const eventId = `act-${n}`;
  const kind = random();
  if (kind < 0.55) {
    const said = randomSaid(random, 1);
    if (said.action === 'erased') return async () => undefined;
    const isOwn = random() < 0.7 || said.level === 3 || person.bsuid !== undefined;
    const { action, purposes } = said;
    const level = isOwn ? 3 : said.level;
    return () =>
      bench.say(person, {
        ...{ action, purposes, level, saidAt: at, eventId, provider: isOwn },
        source: isOwn ? 'whatsapp-message' : 'paper',
      });
  }
  if (kind < 0.7) return () => bench.hear(person, at, eventId);
  if (kind < 0.8) {
    const value = pick(random, ['stop', 'stop', 'resume'] as const);
    return () => bench.ledger.recordPlatformPreference(acme, { person, at, eventId, value, evidence: {} });
  }
  if (kind < 0.92 || isPlain) {
    const reason = pick(random, ['ambiguous-stop', 'ambiguous-stop', 'administrative'] as const);
    const event = { person, at, eventId, evidence: {}, source: 'whatsapp-message' as const };
    const lift = random() < 0.4;
    return () => bench.ledger.recordSuppression(acme, { ...event, reason, lift });
  }
  const becomes = {
    phone: pick(
      random,
      phones.filter((each) => each !== phone),
    ),
  };
  return () => bench.ledger.changeIdentifiers(acme, { person: { phone }, becomes, at, eventId, evidence: {} });
}

/** What the business does: it imports, undoes imports, sets brakes and lifts them. */
function businessAct(random: () => number, bench: LedgerBench, { phones, bsuids }: Names, n: number) {
  const person = random() < 0.6 ? { phone: pick(random, phones) } : { bsuid: pick(random, bsuids) };
  const at = bench.now() - Math.floor(random() * 3) * 1000;
  const eventId = `business-${n}`;
  const roll = random();
  if (roll < 0.7) {
    const batch = pick(random, ['imp_1', 'imp_2']);
    const action = roll < 0.35 ? 'granted' : 'annulled';
    const said = { action, purposes: pick(random, [['offers'], ['offers', 'orders']]), batch, eventId } as const;
    return bench.say(person, { ...said, level: 2, source: 'import', saidAt: at });
  }
  const scope = pick(random, ['all', 'marketing'] as const);
  const brake = { person, lift: roll > 0.87, scope, saidAt: at, eventId };
  return bench.ledger.recordBrake(acme, { ...brake, source: 'api', evidence: { operator: 'ana', text: 'why' } });
}

interface History {
  readonly bench: LedgerBench;
  readonly earlier: Items;
  /** Of the last act. */
  readonly stages: readonly [Stage, ...Stage[]];
}

async function history(random: () => number, names: Names, business?: () => number): Promise<History> {
  const isPlain = random() < 0.5;
  const bench = await ledgerBench();
  const { tableName, documents } = bench.table;
  await documents.send(new PutCommand({ TableName: tableName, Item: { ...appKey('acme'), ...acme } }));
  const count = 4 + Math.floor(random() * 8);
  const middle = Math.floor(random() * count);
  const next = async (n: number): Promise<void> => {
    bench.setNow(noon + n * 60_000);
    const isOfBusiness = business !== undefined && business() < 0.4;
    const act = isOfBusiness
      ? () => businessAct(business, bench, names, n)
      : randomAct(random, { bench, names }, n, isPlain);
    await act().catch((error: unknown) => {
      if (!(error instanceof IdentityConflictError)) throw error;
    });
  };
  let earlier: Items = new Map();
  for (let n = 0; n < count - 1; n += 1) {
    if (n === middle) earlier = await itemsOf(bench.table);
    await next(n);
  }
  const look = async (): Promise<Stage> => ({
    items: await itemsOf(bench.table),
    allowed: await allowed(bench.table, everybodyOf(names), bench.now()),
  });
  const stages = await stagesOf(bench.table, look, () => next(count - 1));
  return { bench, earlier: middle === count - 1 ? stages[0].items : earlier, stages };
}

const isLedger = ({ pk }: Row): boolean => pk.includes('#L#');
const isOfPeople = ({ pk, sk }: Row): boolean => /^acme#/.test(pk) && (sk === 'S' || sk === 'W' || /#[ER]#/.test(pk));

/** A table that is left of a history, and the stages of its last act that are in it, in whole or in part. */
interface Damaged {
  readonly items: readonly Row[];
  readonly stages: readonly Stage[];
}

const damages = {
  /** Each item of a transaction is there or not; half of the time of all transactions of an act. */
  torn: (random: () => number, { stages }: History): Damaged => {
    const last = Math.max(1, Math.ceil(random() * (stages.length - 1)));
    const within = random() < 0.5 ? stages : stages.slice(last - 1, last + 1);
    return { items: torn(random, within.map(itemsIn)), stages: within };
  },
  /** The ledgers are whole, and anything else may be gone or old. */
  'all but the ledgers': (random: () => number, { earlier, stages }: History): Damaged =>
    of(stages.slice(-1), (now) => damaged(random, { earlier, now, mayBe: isOfPeople })),
  /** The states are whole, and entries of the ledgers are gone. */
  'the ledgers': (random: () => number, { stages }: History): Damaged =>
    of(stages.slice(-1), (now) => damaged(random, { earlier: new Map(), now, mayBe: isLedger })),
} as const;

const itemsIn = ({ items }: Stage): Items => items;

function of(stages: readonly Stage[], damage: (now: Items) => readonly Row[]): Damaged {
  return { items: stages.map(itemsIn).flatMap(damage), stages };
}

/**
 * The stages that a repair may come to: what the ledger still holds is never undone, so none before the last whose entries are all there.
 * Of a transaction of which nothing is left nobody can tell, so it may also come to what was before it.
 */
function mayComeTo({ items, stages }: Damaged): readonly Stage[] {
  const kept = new Set(items.filter(isLedger).map(keyOf));
  const isTold = (stage: Stage) => [...stage.items.values()].filter(isLedger).every((each) => kept.has(keyOf(each)));
  return stages.slice(Math.max(0, stages.findLastIndex(isTold)));
}

/** What is wrong after a table was damaged and reconciled. */
async function faultsOf(n: number, kind: keyof typeof damages): Promise<{ faults: string[]; repairs: number }> {
  const random = seededRandom(seed + n);
  const names = namesOf(n);
  const business = n === withoutBusiness ? undefined : seededRandom(seed * 31 + n);
  const done = await history(random, names, business);
  const at = done.bench.now() + 1000;
  const healthy = await findingsOf(done.bench.table, false, at);
  const faults = healthy.map((each) => `healthy, yet ${JSON.stringify(each)}`);
  const left = damages[kind](random, done);
  const table = await tableOf(left.items);
  const dry = await findingsOf(table, false, at);
  const first = await findingsOf(table, true, at);
  if (JSON.stringify(dry) !== JSON.stringify(first))
    faults.push(`the dry run finds ${JSON.stringify(dry)}, the run ${JSON.stringify(first)}`);
  const again = (await findingsOf(table, false, at + 1000)).filter(({ repairs }) => repairs.length > 0);
  faults.push(...again.map((each) => `found again: ${JSON.stringify(each)}`));
  const ends = mayComeTo(left);
  const may = new Set(ends.flatMap((each) => [...each.allowed]));
  for (const each of await allowed(table, everybodyOf(names), at))
    if (!may.has(each)) faults.push(`${each} is allowed`);
  // Marketing that is braked keeps its row; the check denies it.
  const mayBeIn = new Set(ends.flatMap(({ items }) => [...inRows(items)]));
  for (const each of inRows(await itemsOf(table)))
    if (!may.has(each) && !mayBeIn.has(each)) faults.push(`${each} has a row`);
  return { faults, repairs: first.reduce((sum, { repairs }) => sum + repairs.length, 0) };
}

test.each(Object.keys(damages) as (keyof typeof damages)[])(
  `${histories} tables, damaged: %s`,
  async (kind) => {
    const failed: string[] = [];
    let repaired = 0;
    const waiting = [...new Set([...Array.from({ length: histories }, (_, n) => n), ...onceWrong])];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
          const { faults, repairs } = await faultsOf(n, kind).catch((error: Error) => ({
            faults: [String(error.stack)],
            repairs: 0,
          }));
          repaired += repairs;
          if (faults.length > 0) failed.push(`History ${n} of seed ${seed}: ${faults.join('\n  ')}`);
        }
      }),
    );
    console.log(`reconcile: ${histories} tables (${kind}), seeds from ${seed}, ${repaired} repairs`);
    if (failed.length > 0) throw new Error(`${failed.length} failed\n${failed.slice(0, 12).join('\n')}`);
    expect(repaired).toBeGreaterThan(histories / 4);
  },
  1_200_000,
);
