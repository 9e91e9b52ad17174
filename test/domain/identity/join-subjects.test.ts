import { describe, expect, test } from 'vitest';
import type { Annulments } from '../../../lambdas/domain/consent/annulment.ts';
import { joinNeedsHistory, joinSubjects } from '../../../lambdas/domain/identity/join-subjects.ts';
import { asOneLine } from '../../../lambdas/domain/identity/one-line.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import { isMarketing } from '../../model/random-history.ts';
import { person } from '../../support/table/on-record.ts';

/** What is known of a person of whom two subjects were kept. */
const subject = (subjectId: string, more: Partial<Subject> = {}): Subject => person({ subjectId, ...more }).subject;
const annulled = (at: number, ref: string): { readonly annulled: Annulments } => ({ annulled: { imp_1: { at, ref } } });
const join = (a: Subject, b: Subject) => joinSubjects(a, b, undefined, isMarketing);

describe('imports that were annulled', () => {
  test('two who do not know the same ones are joined by their histories', () => {
    const [knows, not] = [subject('a', annulled(5, 'a.1')), subject('b')];
    expect([joinNeedsHistory(knows, not), joinNeedsHistory(not, knows), joinNeedsHistory(not, not)]).toEqual([
      true,
      true,
      false,
    ]);
    const other = subject('b', { annulled: { imp_2: { at: 5, ref: 'b.1' } } });
    expect(joinNeedsHistory(knows, other)).toBe(true);
  });
  test('two who know the same ones are joined as they are, and go on knowing them', () => {
    const [a, b] = [subject('a', annulled(5, 'a.1')), subject('b', annulled(3, 'b.1'))];
    expect(joinNeedsHistory(a, b)).toBe(false);
    expect([join(a, b).annulled, join(b, a).annulled]).toEqual([
      annulled(3, 'b.1').annulled,
      annulled(3, 'b.1').annulled,
    ]);
  });
  test('one line under two keys gets no answer while only one of them knows', () => {
    const known = (of: Subject) => ({ subject: of, window: {} });
    const [knows, not] = [known(subject('a', annulled(5, 'a.1'))), known(subject('b'))];
    expect(asOneLine(knows, not).subject).toMatchObject({ unsettled: true, ...annulled(5, 'a.1') });
    expect(asOneLine(not, knows).subject).toMatchObject({ unsettled: true, ...annulled(5, 'a.1') });
    expect(asOneLine(knows, known(subject('b', annulled(5, 'b.1')))).subject.unsettled).toBeUndefined();
  });
});

describe('brakes of the business', () => {
  const set = (ref: string, at: number) => ({ at: at * 1000, ref });
  const held = ({ suppressions }: Subject) => suppressions.map(({ scope, ref }) => `${scope} ${ref}`);
  test.each([
    ['of each stand', { all: set('a.1', 5) }, { marketing: set('b.1', 6) }, ['all a.1', 'marketing b.1']],
    ['the later of one scope', { all: set('a.1', 5) }, { all: set('b.1', 6) }, ['all b.1']],
    ['that the other lifted later', { all: set('a.1', 5) }, { liftedAt: 6 }, []],
    ['that the other lifted in that second', { all: set('a.1', 5) }, { liftedAt: 5 }, ['all a.1']],
  ])('%s', (_, one, other, expected) => {
    const [a, b] = [subject('a', { administrative: one }), subject('b', { administrative: other })];
    expect([held(join(a, b)), held(join(b, a))]).toEqual([expected, expected]);
    const line = asOneLine({ subject: a, window: {} }, { subject: b, window: {} });
    expect(held(line.subject)).toEqual(expected);
  });
});
