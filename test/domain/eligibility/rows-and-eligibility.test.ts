import { expect, test } from 'vitest';
import type { TemplateCategory } from '../../../lambdas/domain/app/app.ts';
import { foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import type { Suppression } from '../../../lambdas/domain/consent/suppression.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import { eligibleRowOf, factsOfRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import type { ReasonCode } from '../../../lambdas/domain/eligibility/reasons.ts';
import type { PlatformStop, Subject } from '../../../lambdas/domain/identity/subject.ts';
import { factsOf } from '../../../lambdas/use-cases/eligibility/facts-of.ts';
import { pick, purposes, randomSaid, seededRandom, toStatement } from '../../model/random-history.ts';

const day = 24 * 60 * 60 * 1000;
const histories = 5_000;
const seed = Number(process.env.SEED ?? 20261121);
/** What must have denied somebody often, or the comparison says little. */
const brakes = {
  'never-asked': 0,
  pending: 0,
  'opted-out': 0,
  erased: 0,
  expired: 0,
  'platform-stop': 0,
  'suppressed-ambiguous-stop': 0,
  'suppressed-administrative': 0,
  'suppressed-erasure': 0,
  'suppressed-quality': 0,
  'identity-unsettled': 0,
  'no-identifier': 0,
};
const reasons = ['administrative', 'erasure', 'quality', 'ambiguous-stop'] as const;

/** Somebody of whom anything may have been said within 30 seconds, with any brakes. */
function randomSubject(random: () => number): Subject {
  const history = Array.from({ length: 1 + Math.floor(random() * 6) }, () => randomSaid(random, 30));
  const time = () => Math.floor(random() * 30_000);
  const suppressions = reasons
    .filter(() => random() < 0.1)
    .map((reason): Suppression => {
      const isOfMarketing = reason === 'ambiguous-stop' || (reason === 'administrative' && random() < 0.5);
      const scope = isOfMarketing ? 'marketing' : 'all';
      return { reason, scope, since: time(), ref: `s.${reason}` };
    });
  const platformStop: PlatformStop = {
    ...(random() < 0.2 && { stoppedAt: time(), ref: 's.stop' }),
    ...(random() < 0.2 && { resumedAt: time() }),
  };
  return {
    subjectId: 's',
    userId: 'usr_s',
    phone: random() < 0.9 ? '14155550132' : undefined,
    bsuid: random() < 0.3 ? 'US.1' : undefined,
    unsettled: random() < 0.1 ? true : undefined,
    registers: foldStatements(history.map(toStatement)),
    suppressions,
    platformStop,
    firstKnownAt: 0,
  };
}

test(`who has a row is decided alike by the row and by the person, and who has none is denied (${histories} people)`, () => {
  const decided: { [code in ReasonCode]?: number } = { ...brakes };
  const seen = { allowed: 0, deniedWithRow: 0, withoutRow: 0 };
  for (let n = 0; n < histories; n += 1) {
    const random = seededRandom(seed + n);
    const subject = randomSubject(random);
    const category = pick<TemplateCategory>(random, ['marketing', 'utility', 'authentication']);
    const wasMarketing = pick<true | undefined>(random, [undefined, undefined, true]);
    const validForDays = pick(random, [undefined, 1]);
    const now = pick(random, [40_000, 15_000 + day, 40_000 + day]);
    for (const purposeId of purposes) {
      const settings = { purposes: [{ purposeId, name: purposeId, category, wasMarketing, validForDays }] };
      const ask = (facts: Parameters<typeof eligibility>[0]) =>
        eligibility(facts, settings, { purpose: purposeId, message: 'template' }, now);
      const ofPerson = ask(factsOf({ subject, window: {} }));
      const row = eligibleRowOf(subject, purposeId);
      for (const { code } of ofPerson.reasons) decided[code] = (decided[code] ?? 0) + 1;
      const about = `seed ${seed + n}, ${purposeId}: ${JSON.stringify({ subject, row, ofPerson })}`;
      if (row === undefined) {
        seen.withoutRow += 1;
        expect(ofPerson.decision, about).toBe('deny');
        continue;
      }
      const ofRow = ask(factsOfRow(row, purposeId));
      seen[ofRow.decision === 'allow' ? 'allowed' : 'deniedWithRow'] += 1;
      // Of what stood before a stop of marketing the row keeps the stop alone, not that the person was asked since.
      const asked = row.marketingStoppedAt === undefined ? undefined : 'pending';
      const codes = (reasonsOf: typeof ofRow) =>
        reasonsOf.reasons.map(({ code }) => (code === asked ? 'opted-out' : code));
      expect([ofRow.decision, ofRow.holdsUntil, codes(ofRow)], about).toEqual([
        ofPerson.decision,
        ofPerson.holdsUntil,
        codes(ofPerson),
      ]);
    }
  }
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(histories / 10);
  for (const times of Object.values(decided)) expect(times).toBeGreaterThan(histories / 100);
});

test.each(['administrative', 'erasure', 'quality'] as const)(
  'a suppression of everything (%s) leaves no row, whatever was granted',
  (reason) => {
    const granted = toStatement({ action: 'granted', purposes: ['offers'], level: 3, second: 1 }, 1);
    const subject: Subject = {
      ...randomSubject(seededRandom(seed)),
      phone: '14155550132',
      unsettled: undefined,
      registers: foldStatements([granted]),
      suppressions: [],
    };
    expect(eligibleRowOf(subject, 'offers')).toBeDefined();
    const braked = { ...subject, suppressions: [{ reason, scope: 'all', since: 0, ref: 's.1' }] as const };
    expect(eligibleRowOf(braked, 'offers')).toBeUndefined();
  },
);

test('somebody unsettled, and who holds no identifier, has no row, whatever was granted', () => {
  const granted = toStatement({ action: 'granted', purposes: ['offers'], level: 3, second: 1 }, 1);
  const subject: Subject = {
    ...{ subjectId: 's', userId: 'usr_s', suppressions: [], platformStop: {}, firstKnownAt: 0 },
    ...{ phone: undefined, bsuid: 'US.1', registers: foldStatements([granted]) },
  };
  expect(eligibleRowOf(subject, 'offers')).toMatchObject({ bsuid: 'US.1', grant: { at: 1 } });
  expect(eligibleRowOf({ ...subject, unsettled: true }, 'offers')).toBeUndefined();
  expect(eligibleRowOf({ ...subject, bsuid: undefined, parentBsuid: 'US.ENT.1' }, 'offers')).toBeUndefined();
  expect(eligibleRowOf(undefined, 'offers')).toBeUndefined();
});
