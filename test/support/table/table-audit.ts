import { isDeepStrictEqual } from 'node:util';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { fromLedgerItem, type LedgerItem } from '../../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import type { Home } from '../../../lambdas/adapters/dynamodb/places/place.ts';
import { fromPlaceItem, type PlaceItem } from '../../../lambdas/adapters/dynamodb/places/place-item.ts';
import type { WindowItem } from '../../../lambdas/adapters/dynamodb/places/window-item.ts';
import {
  type EligibleRowItem,
  fromEligibleRowItem,
} from '../../../lambdas/adapters/dynamodb/rows/eligible-row-item.ts';
import { sha256 } from '../../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { marketingOf } from '../../../lambdas/domain/app/app.ts';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { foldConsent } from '../../../lambdas/domain/consent/fold.ts';
import { everything } from '../../../lambdas/domain/consent/registers.ts';
import { standing } from '../../../lambdas/domain/consent/standing.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { cutsIn, isCut } from '../../../lambdas/domain/ledger/cut.ts';
import { type LedgerEntry, verifyChain } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { statementsOf } from '../../../lambdas/domain/ledger/statements-of.ts';
import { acme, type LedgerBench } from '../ledger/ledger-bench.ts';
import { expectedRow } from './expected-row.ts';

/** Everything in the table, by kind. */
export async function readAll(bench: Pick<LedgerBench, 'table'>) {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { tableName, documents } = bench.table;
    const page = await documents.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  const inPartition = (mark: string) => items.filter((item) => String(item.pk).split('#')[1] === mark);
  const places = (items as unknown as PlaceItem[]).filter((item) => item.sk === 'S').map(fromPlaceItem);
  return {
    homes: places.filter((place): place is Home => place.kind === 'home'),
    places,
    ledger: inPartition('L') as unknown as LedgerItem[],
    rows: inPartition('E') as unknown as EligibleRowItem[],
    withdrawals: inPartition('R'),
    windows: items.filter((item) => item.sk === 'W') as unknown as WindowItem[],
  };
}

/** What must hold of every table, whatever happened to it. Returns what is wrong. */
export async function auditTable(
  bench: Pick<LedgerBench, 'table'>,
): Promise<{ subjects: number; entries: number; faults: string[] }> {
  const all = await readAll(bench);
  const faults: string[] = [];
  const bySubject = new Map<string, LedgerEntry[]>();
  for (const item of all.ledger) {
    const subject = item.pk.split('#')[2] ?? '';
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), fromLedgerItem(item)]);
  }
  const expectedRows = new Map<string, string>();
  for (const home of all.homes) {
    const { subjectId } = home.subject;
    const own = bySubject.get(subjectId) ?? [];
    for (const fault of verifyChain(subjectId, own, home.head, sha256))
      faults.push(`chain ${subjectId}: ${JSON.stringify(fault)}`);
    for (const absorbed of home.absorbed) {
      const seal = own
        .map(({ header }) => header.act)
        .find((act) => act.kind === 'identity' && act.other?.startsWith(`${absorbed}.`));
      const [, sequence, hash] = /\.(\d+):(.+)$/.exec((seal?.kind === 'identity' && seal.other) || '') ?? [];
      if (hash === undefined) continue;
      const head = { sequence: Number(sequence), hash };
      for (const fault of verifyChain(absorbed, bySubject.get(absorbed) ?? [], head, sha256))
        faults.push(`chain ${absorbed}: ${JSON.stringify(fault)}`);
    }
    const entries = [subjectId, ...home.absorbed].flatMap((id) => bySubject.get(id) ?? []);
    const cuts = cutsIn(entries);
    const counting = entries.filter((entry) => !isCut(entry, cuts));
    const folded = foldConsent(statementsOf(entries), marketingOf(acme));
    const { registers, stopRun, phone, bsuid, suppressions } = home.subject;
    for (const purpose of new Set([...Object.keys(folded.registers), ...Object.keys(registers)])) {
      for (const marketing of [false, true]) {
        const found = [registers, folded.registers].map((each) => JSON.stringify(standing(each, purpose, marketing)));
        if (found[0] !== found[1]) faults.push(`state ${subjectId} ${purpose}: ${found.join(', expected ')}`);
      }
      // Nobody can be written to who holds no identifier now.
      const isNobody = phone === undefined && bsuid === undefined;
      const row = purpose.startsWith(everything) || isNobody ? undefined : expectedRow(counting, purpose);
      if (row === undefined) continue;
      const isAmbiguous = suppressions.some(
        ({ reason, since }) => reason === 'ambiguous-stop' && !isAnswered(counting, purpose, since),
      );
      expectedRows.set(`${purpose} ${subjectId}`, describe({ phone, bsuid, ...row, isAmbiguous }));
    }
    if (typeof stopRun === 'object' && !isDeepStrictEqual(runOf(stopRun), runOf(folded.stopRun)))
      faults.push(`run of stops ${subjectId}: ${JSON.stringify({ stopRun, expected: folded.stopRun })}`);
  }
  const found = new Map(
    all.rows.map((item) => [
      `${item.pk.split('#')[2]} ${item.sk.slice(3)}`,
      describe({
        phone: item.p,
        bsuid: item.b,
        isPlatformStopped: item.x !== undefined,
        isSuppressed: item.d !== undefined,
        isAmbiguous: item.a !== undefined,
      }),
    ]),
  );
  for (const [row, who] of expectedRows)
    if (found.get(row) !== who) faults.push(`row ${row}: expected ${who}, found ${found.get(row)}`);
  for (const row of found.keys()) if (!expectedRows.has(row)) faults.push(`row ${row} must not exist`);
  return { subjects: all.homes.length, entries: all.ledger.length, faults };
}

function describe(row: {
  readonly phone: string | undefined;
  readonly bsuid: string | undefined;
  readonly isPlatformStopped: boolean;
  readonly isSuppressed: boolean;
  readonly isAmbiguous: boolean;
}): string {
  const marks = [
    row.isPlatformStopped && 'platform stop',
    row.isSuppressed && 'suppressed',
    row.isAmbiguous && 'ambiguous stop',
  ];
  return [row.phone, row.bsuid, ...marks].filter(Boolean).join(' ');
}

/** Whether an own yes for the purpose came after the unclear stop. */
function isAnswered(entries: readonly LedgerEntry[], purpose: string, since: number): boolean {
  return entries.some(({ header: { act, saidAt } }) => {
    if (act.kind !== 'statement' || act.action !== 'granted' || act.level !== 3) return false;
    return act.purposes.includes(purpose) && Math.floor(saidAt / 1000) > Math.floor(since / 1000);
  });
}

/** A run as far as it decides what START gives back. */
function runOf(run: Home['subject']['stopRun']) {
  if (typeof run !== 'object') return run;
  const { uncounted: _uncounted, ended, ...others } = run;
  return { ...others, ended: ended !== undefined };
}

/** The states of the purposes of the test app. */
export async function consentOf(bench: LedgerBench, person: PersonRef): Promise<Record<string, string> | undefined> {
  const known = await bench.people.find('acme', person, bench.now());
  if (known === undefined) return undefined;
  return Object.fromEntries(
    acme.purposes.map((purpose) => [
      purpose.purposeId,
      consentState(known.subject.registers, purpose, bench.now()).state,
    ]),
  );
}

/** The eligible rows of a purpose. */
export async function rowsOf(bench: LedgerBench, purposeId: string) {
  return (await readAll(bench)).rows.filter((item) => item.pk.split('#')[2] === purposeId).map(fromEligibleRowItem);
}
