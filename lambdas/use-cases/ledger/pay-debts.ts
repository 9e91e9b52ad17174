import type { App } from '../../domain/app/app.ts';
import { deniedIn } from '../../domain/ledger/denial.ts';
import { namesOf, refOf } from '../../domain/ledger/travel.ts';
import type { ActRecorder } from './record-act.ts';
import type { DenialSpreader } from './spread-denial.ts';
import type { StoredPerson, SubjectStore } from './store-ports.ts';

export interface DebtPayerDeps {
  readonly store: SubjectStore;
  readonly copy: ActRecorder['copy'];
  readonly spread: DenialSpreader;
}

/**
 * Does what a change of identity leaves to be done once it is written: denials that are owed to other identifiers, and rows that were
 * taken away to make room. Both are noted on the person, so that a crash in between only postpones them to the next act; until then
 * whatever made the change is not acknowledged. Costs nothing where there is nothing.
 */
export function debtPayer({ store, copy, spread }: DebtPayerDeps) {
  async function pay(app: App, userId: string): Promise<void> {
    const owing = await store.person(app, userId);
    for (const debt of owing.debts) {
      const from = debt.of === undefined ? owing : await store.person(app, debt.of);
      const to = debt.of === undefined ? refOf(debt.to) : { userId };
      const way = { over: debt.over, today: true };
      for (const denial of deniedIn(from.subject, await store.history(app, from), debt)) {
        const at = await copy(app, denial, to, way);
        await spread(app, { denial, named: to, at, came: debt.over, seen: new Set(namesOf(from.subject)) });
      }
    }
    await store.strikeDebts(app, userId, owing.debts);
  }

  return async (app: App, person: StoredPerson): Promise<void> => {
    if (person.debts.length > 0) await pay(app, person.subject.userId);
    await store.giveBackRows(app, person);
  };
}
