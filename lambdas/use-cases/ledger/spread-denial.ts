import type { App } from '../../domain/app/app.ts';
import type { TravelledOver } from '../../domain/identity/denials.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import type { Denial } from '../../domain/ledger/denial.ts';
import {
  cameOver,
  followsPairs,
  namesOf,
  ownIdentifiers,
  ownNames,
  type PairToFollow,
  pairsToFollow,
  stopsOf,
} from '../../domain/ledger/travel.ts';
import type { ActRecorder, Recorded } from './record-act.ts';
import type { StoredPerson, SubjectStore } from './store-ports.ts';

export interface DenialSpreaderDeps {
  readonly store: Pick<SubjectStore, 'pairsOf'>;
  readonly copy: ActRecorder['copy'];
}

/** A no where it was recorded. */
export interface Spread {
  readonly denial: Denial;
  /** As whoever said it named them, or as a copy was named. */
  readonly named: PersonRef;
  readonly at: Recorded;
  /** How it came here, if it is a copy. */
  readonly came?: TravelledOver | undefined;
  /** Names to which it came already. */
  readonly seen?: Set<string>;
}

/** Carries a no to every identifier that it stands for; where that is, `domain/ledger/travel.ts` says. */
export function denialSpreader({ store, copy }: DenialSpreaderDeps) {
  async function spread(app: App, { denial, named, at, came, seen = new Set(namesOf(named)) }: Spread): Promise<void> {
    const { saidAt } = denial;
    const { subject } = at.person;
    for (const name of ownNames(subject)) seen.add(name);
    const pairs = await pairsOf(app, at.person, saidAt, came);
    const stops = stopsOf({ person: named, saidAt }, { subject, nextUserId: at.next?.subject.userId }, pairs);
    for (const { person, way, name } of stops) {
      if (seen.has(name)) continue;
      seen.add(name);
      const copied = await copy(app, denial, person, way);
      await spread(app, { denial, named: person, at: copied, came: cameOver(way, came), seen });
    }
  }

  /** The reported pairs that a no may follow, each with what stands on the other side. */
  async function pairsOf(
    app: App,
    { subject, hasPairs }: StoredPerson,
    saidAt: number,
    came: TravelledOver | undefined,
  ): Promise<PairToFollow[]> {
    if (hasPairs !== true || !followsPairs(came)) return [];
    const found: PairToFollow[] = [];
    for (const of of ownIdentifiers(subject)) {
      for (const pair of pairsToFollow(await store.pairsOf(app, of), saidAt)) {
        found.push({ of, pair, back: await store.pairsOf(app, pair.with) });
      }
    }
    return found;
  }

  return spread;
}

export type DenialSpreader = ReturnType<typeof denialSpreader>;
