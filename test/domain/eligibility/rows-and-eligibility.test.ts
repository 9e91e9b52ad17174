import { expect, test } from 'vitest';
import type { TemplateCategory } from '../../../lambdas/domain/app/app.ts';
import { foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import type { Suppression } from '../../../lambdas/domain/consent/suppression.ts';
import { eligibility } from '../../../lambdas/domain/eligibility/eligibility.ts';
import { eligibleRowOf, factsOfRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import type { PlatformStop, Subject } from '../../../lambdas/domain/identity/subject.ts';
import { pick, purposes, randomSaid, seededRandom, toStatement } from '../../model/random-history.ts';

const day = 24 * 60 * 60 * 1000;
const histories = 5_000;
const seed = Number(process.env.SEED ?? 20261121);
const reasons = ['ambiguous-stop', 'administrative', 'erasure', 'quality'] as const;

/** Somebody of whom anything may have been said within 30 seconds, with any brakes. */
function randomSubject(random: () => number): Subject {
  const history = Array.from({ length: 1 + Math.floor(random() * 6) }, () => randomSaid(random, 30));
  const time = () => Math.floor(random() * 30_000);
  const suppressions = reasons
    .filter(() => random() < 0.1)
    .map((reason): Suppression => {
      const scope = reason === 'ambiguous-stop' ? 'marketing' : 'all';
      return { reason, scope, since: time(), ref: `s.${reason}` };
    });
  const platformStop: PlatformStop = {
    ...(random() < 0.2 && { stoppedAt: time(), ref: 's.stop' }),
    ...(random() < 0.2 && { resumedAt: time() }),
  };
  return {
    subjectId: 's',
    userId: 'usr_s',
    phone: '14155550132',
    registers: foldStatements(history.map(toStatement)),
    suppressions,
    platformStop,
    firstKnownAt: 0,
  };
}

test(`who has a row is decided alike by the row and by the person, and who has none is denied (${histories} people)`, () => {
  const seen = { allowed: 0, deniedWithRow: 0, withoutRow: 0 };
  for (let n = 0; n < histories; n += 1) {
    const random = seededRandom(seed + n);
    const subject = randomSubject(random);
    const category = pick<TemplateCategory>(random, ['marketing', 'utility', 'authentication']);
    const validForDays = pick(random, [undefined, 1]);
    const now = pick(random, [40_000, 15_000 + day, 40_000 + day]);
    for (const purposeId of purposes) {
      const settings = { purposes: [{ purposeId, name: purposeId, category, ...(validForDays && { validForDays }) }] };
      const ask = (facts: Parameters<typeof eligibility>[0]) =>
        eligibility(facts, settings, { purpose: purposeId, message: 'template' }, now);
      const ofPerson = ask({ ...subject, window: {} });
      const row = eligibleRowOf(subject, purposeId);
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
});

test.each(['administrative', 'erasure', 'quality'] as const)(
  'a suppression of everything (%s) leaves no row, whatever was granted',
  (reason) => {
    const granted = toStatement({ action: 'granted', purposes: ['offers'], level: 3, second: 1 }, 1);
    const subject: Subject = {
      ...randomSubject(seededRandom(seed)),
      registers: foldStatements([granted]),
      suppressions: [],
    };
    expect(eligibleRowOf(subject, 'offers')).toBeDefined();
    const braked = { ...subject, suppressions: [{ reason, scope: 'all', since: 0, ref: 's.1' }] as const };
    expect(eligibleRowOf(braked, 'offers')).toBeUndefined();
  },
);
