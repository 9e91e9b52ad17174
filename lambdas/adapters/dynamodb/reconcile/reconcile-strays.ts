import type { Milliseconds } from '../../../domain/time.ts';
import { withdrawalsKeptFor } from '../rows/subject-writes.ts';
import { parsePersonKey, withdrawalKey } from '../table/keys.ts';
import { put, remove } from '../table/transaction.ts';
import type { Finding } from './finding.ts';
import type { MendDeps } from './reconcile-links.ts';

/** Takes rows away that belong to nobody, and tells whoever holds a file. */
export async function* removeStrayRows(
  { table, survey, appId, write }: MendDeps,
  now: () => Milliseconds,
): AsyncGenerator<Finding> {
  const places = [...survey.places.values()];
  const living = new Set(
    places.flatMap((place) => (place.kind === 'home' ? [place.subject.subjectId, ...place.absorbed] : [])),
  );
  const ofNobody = [...survey.rows].flatMap(([u, rows]) => (living.has(u) ? [] : [...rows.values()]));
  for (const { pk, sk, h } of [...survey.strays, ...ofNobody]) {
    const key = parsePersonKey({ pk, sk });
    if (key?.kind !== 'row') continue;
    const { u, purposeId } = key;
    const at = now();
    const ttl = Math.ceil((at + withdrawalsKeptFor) / 1000);
    // One row, one withdrawal: a second one of the same person must not take its place.
    const withdrawal = { ...withdrawalKey(appId, at, u, 0), u, h, at, purposes: [purposeId], why: 'opt-out', ttl };
    const told = { ...withdrawal, sk: `${withdrawal.sk}#${purposeId}` };
    const isStale = await write([remove(table, { pk, sk }), put(table, told)]);
    yield { appId, who: u, repairs: [`${purposeId}: a row of nobody`], breaks: [], isStale };
  }
}
