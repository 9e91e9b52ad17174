import { beforeEach, describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import type { StatementCommand } from '../../../lambdas/use-cases/ledger/ports.ts';
import { type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, consentOf, readAll, rowsOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 3_600_000);
});

const minute = 60_000;
const phone = '14165550132';
const bsuid = 'CA.1001';
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const purposes = ['offers', 'orders'];

/** A row of an import, applied as the import does. */
const applied = (person: PersonRef, row: number, more: Partial<StatementCommand> = {}) =>
  bench.say(person, {
    ...{ purposes, saidAt: noon, source: 'import', batch: 'imp_1', eventId: `imp_1|${row}` },
    evidence: { batch: 'imp_1', row, fileHash: 'f', documentRef: 'A-1', operator: 'ana' },
    ...more,
  });
/** And undone: at one time for the whole import, so that a retry is the same act. */
const undone = (userId: string, row: number, more: Partial<StatementCommand> = {}) =>
  bench.say(
    { userId },
    {
      ...{ action: 'annulled', purposes, saidAt: noon + 10 * minute, source: 'import', batch: 'imp_1' },
      ...{ eventId: `imp_1|undo|${row}`, evidence: { batch: 'imp_1', operator: 'ana' } },
      ...more,
    },
  );
const faults = async () => (await auditTable(bench)).faults;
const states = (person: PersonRef) => consentOf(bench, person);

describe('the undo of an import', () => {
  test('takes the rows away and says so to whoever asks for withdrawals, not as an opt-out', async () => {
    const { userId } = await applied({ phone }, 1);
    expect(await rowsOf(bench, 'offers')).toHaveLength(1);
    const answer = await undone(userId, 1);
    expect(answer).toMatchObject({
      ...{ action: 'annulled', level: 2, replayed: false },
      consent: { offers: { state: 'never-asked' }, orders: { state: 'never-asked' } },
    });
    const { rows, withdrawals } = await readAll(bench);
    expect(rows).toEqual([]);
    expect(withdrawals).toMatchObject([{ purposes, why: 'import-undone', ref: answer.ref }]);
    expect(await faults()).toEqual([]);
  });

  test('is safe to repeat, and needs the history once', async () => {
    const { userId } = await applied({ phone }, 1);
    const first = await undone(userId, 1);
    expect(await undone(userId, 1)).toEqual({ ...first, replayed: true });
    expect((await readAll(bench)).ledger).toHaveLength(2);
  });

  test('leaves a row that is applied late, or again, without a grant', async () => {
    const { userId } = await applied({ phone }, 1);
    await undone(userId, 1);
    const late = await applied({ phone }, 2);
    expect(late.outcomes).toMatchObject([{ refusedBy: { code: 'annulled' } }, { refusedBy: { code: 'annulled' } }]);
    expect((await applied({ phone }, 1)).replayed).toBe(true);
    expect(await states({ phone })).toMatchObject({ offers: 'never-asked' });
    expect(await faults()).toEqual([]);
  });

  test('never takes a no away that came by the import, nor what the person said', async () => {
    const { userId } = await applied({ phone }, 1);
    await applied({ phone }, 2, { action: 'revoked', purposes: ['orders'], saidAt: noon + minute });
    await bench.say({ phone }, { ...own, purposes: ['offers'], saidAt: noon + 2 * minute });
    await undone(userId, 1);
    expect(await states({ phone })).toMatchObject({ offers: 'opted-in', orders: 'opted-out' });
    expect(await faults()).toEqual([]);
  });

  test('gives nobody back what a START gave back of it', async () => {
    const { userId } = await applied({ phone }, 1);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all', saidAt: noon + minute });
    await bench.say({ phone }, { ...own, action: 'resumed', purposes: 'all', saidAt: noon + 2 * minute });
    expect(await states({ phone })).toMatchObject({ offers: 'opted-in' });
    await undone(userId, 1);
    expect(await states({ phone })).toMatchObject({ offers: 'opted-out' });
    expect(await faults()).toEqual([]);
  });

  test('never travels: the other identifier keeps what was reported of it', async () => {
    await bench.say({ phone, bsuid }, { purposes: ['news'], saidAt: noon });
    await applied({ bsuid }, 1);
    const { userId } = await applied({ phone }, 2);
    await undone(userId, 2);
    expect(await states({ phone })).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
    expect(await states({ bsuid })).toMatchObject({ offers: 'opted-in' });
    expect(await faults()).toEqual([]);
  });

  test('of a batch only: another import of the same person goes on counting', async () => {
    const { userId } = await applied({ phone }, 1);
    await applied({ phone }, 1, { batch: 'imp_2', eventId: 'imp_2|1', purposes: ['orders'] });
    await undone(userId, 1);
    expect(await states({ phone })).toMatchObject({ offers: 'never-asked', orders: 'opted-in' });
    expect(await faults()).toEqual([]);
  });

  test('names its import, or is refused', async () => {
    const { userId } = await applied({ phone }, 1);
    await expect(undone(userId, 1, { batch: undefined })).rejects.toThrow(InvalidInputError);
    await expect(undone(userId, 1, { level: 3 })).rejects.toThrow(InvalidInputError);
    await expect(undone(userId, 1, { purposes: 'all' })).rejects.toThrow(InvalidInputError);
    expect((await readAll(bench)).ledger).toHaveLength(1);
  });
});

describe('two people who turn out to be one', () => {
  const meet = () => bench.hear({ phone, bsuid }, noon + 20 * minute);
  test.each(['phone', 'bsuid'] as const)(
    'one knows the annulment, the other the grant; whoever is known by %s undid it',
    async (undoes) => {
      const [doer, other]: [PersonRef, PersonRef] =
        undoes === 'phone' ? [{ phone }, { bsuid }] : [{ bsuid }, { phone }];
      const { userId } = await applied(doer, 1);
      await undone(userId, 1);
      await applied(other, 2);
      expect(await states(other)).toMatchObject({ offers: 'opted-in' });
      await meet();
      expect(await states(other)).toMatchObject({ offers: 'never-asked' });
      expect(await states(doer)).toMatchObject({ offers: 'never-asked' });
      expect((await readAll(bench)).rows).toEqual([]);
      expect(await faults()).toEqual([]);
    },
  );

  test('the undo after they met, by the userId of then, ends the grant of either', async () => {
    const { userId } = await applied({ phone }, 1);
    await applied({ bsuid }, 2);
    await meet();
    await undone(userId, 1);
    expect(await states({ bsuid })).toMatchObject({ offers: 'never-asked' });
    expect(await faults()).toEqual([]);
  });

  test('a grant of it that arrives after they met is left out', async () => {
    const { userId } = await applied({ phone }, 1);
    await undone(userId, 1);
    await bench.say({ bsuid }, { ...own, purposes: ['news'] });
    await meet();
    await applied({ bsuid }, 2);
    expect(await states({ phone })).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
    expect(await faults()).toEqual([]);
  });
});

test('the next holder of the number keeps their own opt-in when the import of the one before is undone', async () => {
  const { userId } = await applied({ phone }, 1);
  await bench.say({ phone, bsuid }, { ...own, purposes: ['news'], saidAt: noon + minute });
  bench.setNow(noon + 5 * 3_600_000);
  await bench.say({ phone, bsuid: 'CA.2002' }, { ...own, saidAt: noon + 4 * 3_600_000 });
  await undone(userId, 1);
  expect(await states({ phone })).toMatchObject({ offers: 'opted-in' });
  expect(await states({ bsuid })).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
  expect(await faults()).toEqual([]);
});
