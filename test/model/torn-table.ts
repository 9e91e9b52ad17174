import { isDeepStrictEqual } from 'node:util';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import type { Finding } from '../../lambdas/adapters/dynamodb/reconcile/finding.ts';
import { reconcileTable } from '../../lambdas/adapters/dynamodb/reconcile/reconcile-table.ts';
import { type DocumentTable, documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { unknownPerson } from '../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../lambdas/domain/eligibility/eligibility.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { factsOf } from '../../lambdas/use-cases/eligibility/facts-of.ts';
import { acme, configFor, identifierKey } from '../support/ledger/ledger-bench.ts';
import { writeAll } from '../support/table/eligible-people.ts';
import { type Row, rowsWhere } from '../support/table/rows.ts';
import { freshTable } from '../support/table/table.ts';

/** Everything in a table, by key. */
export type Items = ReadonlyMap<string, Row>;

export async function itemsOf(table: DocumentTable): Promise<Items> {
  return new Map((await rowsWhere(table, /./)).map((row) => [keyOf(row), row]));
}

export const keyOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;

/** A new table with these items, as a restore makes one. */
export async function tableOf(items: Iterable<Row>): Promise<DocumentTable> {
  const { endpoint, tableName } = await freshTable();
  const table = documentTable(tableName, undefined, configFor(endpoint));
  await writeAll(table.documents, tableName, [...items]);
  return table;
}

/** What was there at some moment of a history, and who could be written to then. */
export interface Stage {
  readonly items: Items;
  readonly allowed: ReadonlySet<string>;
}

/** A table of which each item is as it was at any of these stages, as chance has it. */
export function torn(random: () => number, stages: readonly Items[]): Row[] {
  return [...new Set(stages.flatMap((each) => [...each.keys()]))].flatMap((key) => {
    const versions = stages
      .map((each) => each.get(key))
      .filter((each, index, all) => index === 0 || !isDeepStrictEqual(each, all[index - 1]));
    const chosen = versions[Math.floor(random() * versions.length)];
    return chosen === undefined ? [] : [chosen];
  });
}

/** A table in which some items are gone, or are as they were at an earlier time. */
export function damaged(
  random: () => number,
  { earlier, now, mayBe }: { readonly earlier: Items; readonly now: Items; mayBe(row: Row): boolean },
): Row[] {
  const hit = [...now.keys()].filter((key) => mayBe(now.get(key) as Row) && random() < 0.35);
  const gone = [...earlier.keys()].filter((key) => !now.has(key) && mayBe(earlier.get(key) as Row) && random() < 0.5);
  const left = new Map(now);
  for (const key of hit) {
    const old = earlier.get(key);
    if (old === undefined || random() < 0.4) left.delete(key);
    else left.set(key, old);
  }
  for (const key of gone) left.set(key, earlier.get(key) as Row);
  return [...left.values()];
}

export async function findingsOf(table: DocumentTable, writes: boolean, now: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const each of reconcileTable(table, { identifierKey, now: () => now, writes })) findings.push(each);
  return findings;
}

/** The people of the histories have American numbers, and the damage must show in what is allowed. */
const app = { ...acme, countryRules: [{ country: 'US', denies: 'nothing' as const, note: 'A model', since: 0 }] };

/** Who may get what, by each identifier, as a check and as an export see it: `identifier purpose`. */
export async function allowed(table: DocumentTable, named: readonly PersonRef[], now: number): Promise<Set<string>> {
  const found = new Set<string>();
  const known = people(table, identifierKey);
  for (const person of named) {
    const one = await known.find('acme', person, now);
    const facts = one === undefined ? unknownPerson : factsOf(one);
    for (const { purposeId } of app.purposes) {
      const { decision } = eligibility(facts, app, { purpose: purposeId, message: 'template' }, now);
      if (decision === 'allow') found.add(`${person.phone ?? person.bsuid} ${purposeId}`);
    }
  }
  return found;
}

/** Whom an export reads: `number or BSUID, purpose`. */
export function inRows(items: Items): Set<string> {
  const rows = [...items.values()].filter(({ pk }) => pk.includes('#E#'));
  return new Set(rows.flatMap(({ pk, p, b }) => [p, b].filter(Boolean).map((who) => `${who} ${pk.split('#')[2]}`)));
}
