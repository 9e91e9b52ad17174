import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { identifiersOf } from '../../../domain/identity/person.ts';
import { earlierKey } from '../../../domain/identity/phone.ts';
import type { LedgerItem } from '../entries/ledger-item.ts';
import { parsePlaceItem, parseWindowItem } from '../places/parse-item.ts';
import type { Home, Place, Pointer } from '../places/place.ts';
import { fromPlaceItem } from '../places/place-item.ts';
import { nextStep } from '../places/place-reader.ts';
import type { WindowItem } from '../places/window-item.ts';
import type { EligibleRowItem, WithdrawalItem } from '../rows/eligible-row-item.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { eligibleKey, type Key, parsePersonKey } from '../table/keys.ts';

/** Everything that belongs to the people of one app, but for what the ledgers say. */
export interface Survey {
  readonly places: Map<string, Place>;
  readonly windows: Map<string, WindowItem>;
  /** By subject and purpose. */
  readonly rows: Map<string, Map<string, EligibleRowItem>>;
  /** Rows where nobody of their name has one. */
  readonly strays: EligibleRowItem[];
  readonly withdrawals: Map<string, WithdrawalItem[]>;
  /** Subjects of whom something is in the ledger. */
  readonly ledgers: Set<string>;
  /** Where pointers to a subject lie. */
  readonly pointers: Map<string, string[]>;
  /** Subjects that left an identifier once, by the ledger. */
  readonly leavers: Set<string>;
  /** Who turned out to be whom: by the states, else by the ledger. */
  readonly mergers: Map<string, string>;
}

/**
 * Reads the whole table once. The only scan there is: for an operator, after a restore. It keeps about two KB of memory a person.
 *
 * @throws MalformedItemError
 */
export async function surveyTable(table: DocumentTable): Promise<ReadonlyMap<string, Survey>> {
  const apps = new Map<string, Survey>();
  const pages = paginateScan({ client: table.documents }, { TableName: table.tableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) for (const item of Items) note(apps, item as Key);
  for (const survey of apps.values()) {
    for (const place of survey.places.values()) {
      if (place.kind === 'pointer') notePointer(survey, place);
      if (place.kind !== 'home') continue;
      for (const absorbed of place.absorbed) survey.mergers.set(absorbed, place.subject.subjectId);
    }
  }
  return apps;
}

function note(apps: Map<string, Survey>, item: Key): void {
  const key = parsePersonKey(item);
  if (key === undefined) return;
  const survey = apps.get(key.appId) ?? emptySurvey();
  apps.set(key.appId, survey);
  switch (key.kind) {
    case 'place':
      survey.places.set(key.place, fromPlaceItem(parsePlaceItem(item)));
      return;
    case 'window':
      survey.windows.set(key.place, parseWindowItem(item));
      return;
    case 'row':
      if (isAt(item, eligibleKey(key.appId, key.purposeId, key.u))) {
        survey.rows.set(key.u, (survey.rows.get(key.u) ?? new Map()).set(key.purposeId, item as EligibleRowItem));
      } else survey.strays.push(item as EligibleRowItem);
      return;
    case 'withdrawal':
      survey.withdrawals.set(key.u, [...(survey.withdrawals.get(key.u) ?? []), item as WithdrawalItem]);
      return;
    case 'ledger':
      survey.ledgers.add(key.u);
      noteMerger(survey, key.u, item as LedgerItem);
  }
}

const isAt = (item: Key, { pk, sk }: Key): boolean => item.pk === pk && item.sk === sk;

/** Acts after which an identifier is another's: a state that does not know them does not know whom it is about. */
export const leaving: readonly string[] = ['number-changed', 'released', 'split'];

/** Both chains of a merger tell of it, so one of the entries is enough. */
function noteMerger({ mergers, leavers }: Survey, u: string, { change, other = '' }: LedgerItem): void {
  if (change !== undefined && leaving.includes(change)) leavers.add(u);
  if (change === 'merged') mergers.set(u, other);
  if (change === 'absorbed') mergers.set(other.slice(0, other.indexOf('.')), u);
}

function emptySurvey(): Survey {
  return {
    places: new Map(),
    windows: new Map(),
    rows: new Map(),
    strays: [],
    withdrawals: new Map(),
    ledgers: new Set(),
    leavers: new Set(),
    pointers: new Map(),
    mergers: new Map(),
  };
}

export function notePointer({ pointers }: Survey, { subjectId, place }: Pointer): void {
  const before = pointers.get(subjectId) ?? [];
  if (!before.includes(place)) pointers.set(subjectId, [...before, place]);
}

/** Whoever a subject turned out to be. */
export function finallyOf({ mergers }: Survey, u: string): string {
  let [at, steps] = [u, 0];
  for (let next = mergers.get(at); next !== undefined && steps <= mergers.size; next = mergers.get(at)) {
    at = next;
    steps += 1;
  }
  return at;
}

/** The home that is reached from a place, as whoever looks a subject up reaches it. */
export function reached({ places }: Survey, subjectId: string, place: string) {
  let [at, wanted] = [place, subjectId];
  for (let steps = 0; steps <= places.size; steps += 1) {
    const next = nextStep(places.get(at), wanted);
    if (next === undefined || next.found !== undefined) return next?.found;
    [at, wanted] = [next.place, next.subjectId];
  }
  return undefined;
}

/** The places at which a person is looked up by what their state says. */
export function placesOf(hash: KeyedHash, { place, subject }: Home): readonly string[] {
  const { phone, bsuid, parentBsuid } = subject;
  const former = phone === undefined ? undefined : earlierKey(phone);
  const forms = former === undefined ? [] : [hash.place({ kind: 'phone', value: former })];
  return [place, ...forms, ...identifiersOf({ phone, bsuid, parentBsuid }).map(hash.place)];
}
