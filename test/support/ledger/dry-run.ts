import { sha256 } from '../../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { PersonState, Recording } from '../../../lambdas/domain/ledger/chain.ts';
import type { Changes } from '../../../lambdas/domain/ledger/changes.ts';
import { decidePersonEvent } from '../../../lambdas/domain/ledger/decide-person-event.ts';
import { decideStatement, type Said, type StatementChanges } from '../../../lambdas/domain/ledger/decide-statement.ts';
import type { LedgerEntry } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import type { SaidBeside } from '../../../lambdas/domain/ledger/person-event.ts';

/** Somebody of whom nothing is recorded yet. */
export const newcomer: PersonState = {
  subject: {
    subjectId: 's',
    userId: 'usr_s',
    phone: '14155550132',
    registers: {},
    suppressions: [],
    platformStop: {},
    firstKnownAt: Number.POSITIVE_INFINITY,
  },
  head: { sequence: 0, hash: '' },
};

export type Event = SaidBeside & { readonly at: number };

/** What recording takes, with a fixed salt. */
export const at = (
  now: number,
  more: Partial<Omit<Recording, 'sha256'>> = {},
): Recording & { sha256: typeof sha256 } => ({
  now,
  salt: 'salt',
  sha256,
  ...more,
});

/** Acts of one person, decided one after the other and written nowhere. */
export class DryRun {
  person: PersonState;
  readonly entries: LedgerEntry[] = [];
  readonly #app: Pick<App, 'purposes'>;
  /** How often the state did not tell. */
  historiesRead = 0;

  constructor(app: Pick<App, 'purposes'>, person = newcomer) {
    this.#app = app;
    this.person = person;
  }

  statement(said: Said, recording: Recording): StatementChanges {
    const decided = decideStatement(this.person, said, this.#app, recording);
    if (decided === undefined) this.historiesRead += 1;
    const known = { ...this.person, history: this.entries };
    return this.#after(decided ?? decideStatement(known, said, this.#app, recording));
  }

  event(said: Event, recording: Recording): Changes | undefined {
    const changes = decidePersonEvent(this.person, said, this.#app, recording);
    return changes && this.#after(changes);
  }

  #after<C extends Changes>(changes: C): C {
    const { subject, head, entry } = changes;
    this.person = { subject, head };
    this.entries.push(entry);
    return changes;
  }
}
