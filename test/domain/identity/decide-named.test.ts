import { describe, expect, test } from 'vitest';
import type { Held, Holder } from '../../../lambdas/domain/identity/decide-identity.ts';
import { decideAsked, decideNamed, type NamedQuestion } from '../../../lambdas/domain/identity/decide-named.ts';

const number: Holder = { subjectId: 'n', phone: '1', firstKnownAt: 10 };
const paired: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', pair: { first: 500, last: 900 }, firstKnownAt: 10 };
const writer: Holder = { subjectId: 'w', bsuid: 'US.2', firstKnownAt: 20 };
const nobodyNow: Holder = { subjectId: 'o', firstKnownAt: 5 };
const nobody: Held<Holder> = { asOf: 'today' };
const today = (holder: Holder): Held<Holder> => ({ asOf: 'today', holder });
const both = { phone: '1', bsuid: 'US.2' };

type Question = Omit<NamedQuestion<Holder>, 'no'>;

function named(question: Question, no: boolean) {
  const found = decideNamed({ ...question, no });
  switch (found.do) {
    case 'use':
      return `use ${found.holder.subjectId}`;
    case 'create':
      return `create phone:${found.phone} bsuid:${found.bsuid}`;
    case 'conflict':
      return `conflict ${found.holders.map((holder) => holder.subjectId).join(' ')}`;
  }
}

describe('under whom a statement of a caller is recorded: a yes, and a no', () => {
  test.each<[string, Question, string, string]>([
    ['a number', { given: { phone: '1' }, phone: today(number) }, 'use n', 'use n'],
    [
      'a number of a gap',
      { given: { phone: '1' }, phone: { asOf: 'gap' } },
      'create phone:held bsuid:false',
      'create phone:held bsuid:false',
    ],
    ['a BSUID', { given: { bsuid: 'US.2' }, bsuid: today(writer) }, 'use w', 'use w'],
    [
      'both, nobody known',
      { given: both, phone: nobody, bsuid: nobody },
      'create phone:holds bsuid:false',
      'create phone:holds bsuid:false',
    ],
    ['both, the number known', { given: both, phone: today(number), bsuid: nobody }, 'use n', 'use n'],
    [
      'both, the BSUID known',
      { given: both, phone: nobody, bsuid: today(writer) },
      'create phone:holds bsuid:false',
      'create phone:holds bsuid:false',
    ],
    ['both, each known, nothing proven', { given: both, phone: today(number), bsuid: today(writer) }, 'use n', 'use n'],
    [
      'a number that is proven with another BSUID',
      { given: both, phone: today(paired), bsuid: nobody },
      'conflict p',
      'use p',
    ],
    ['the same, the BSUID known', { given: both, phone: today(paired), bsuid: today(writer) }, 'conflict p w', 'use p'],
    [
      'a BSUID that is proven with another number',
      { given: { phone: '9', bsuid: 'US.1' }, phone: nobody, bsuid: today(paired) },
      'conflict p',
      'create phone:holds bsuid:false',
    ],
    ['a userId', { given: {}, user: writer }, 'use w', 'use w'],
    [
      'a userId and the number of another',
      { given: { phone: '1' }, phone: today(number), user: writer },
      'conflict w n',
      'use w',
    ],
    [
      'a userId and the BSUID of another',
      { given: { bsuid: 'US.2' }, bsuid: today(writer), user: number },
      'conflict n w',
      'use n',
    ],
    [
      'a userId with a number, and another that nobody has',
      { given: { phone: '9' }, phone: nobody, user: paired },
      'conflict p',
      'use p',
    ],
    [
      'a userId with a number, and a BSUID that nobody has',
      { given: { bsuid: 'US.9' }, bsuid: nobody, user: number },
      'use n',
      'use n',
    ],
    [
      'a userId known by BSUID, and a number that nobody has',
      { given: { phone: '9' }, phone: nobody, user: writer },
      'create phone:holds bsuid:false',
      'use w',
    ],
    [
      'a userId that holds nothing now, and a number',
      { given: { phone: '9' }, phone: nobody, user: nobodyNow },
      'conflict o',
      'use o',
    ],
  ])('%s', (_, question, yes, no) => expect([named(question, false), named(question, true)]).toEqual([yes, no]));
});

describe('who is asked about', () => {
  test.each<[string, Question, string]>([
    ['one identifier: its own holder', { given: { bsuid: 'US.2' }, bsuid: today(writer) }, 'w beside -'],
    [
      'both: the number’s, with the BSUID’s beside',
      { given: both, phone: today(number), bsuid: today(writer) },
      'n beside w',
    ],
    [
      'both of one person',
      { given: { phone: '1', bsuid: 'US.1' }, phone: today(paired), bsuid: today(paired) },
      'p beside -',
    ],
    [
      'both, the number unknown: nobody, whatever the BSUID says',
      { given: both, phone: nobody, bsuid: today(writer) },
      '- beside w',
    ],
    ['both, contradicting what is proven', { given: both, phone: today(paired), bsuid: today(writer) }, 'p beside w'],
    ['a userId and the number of another', { given: { phone: '1' }, phone: today(number), user: writer }, 'conflict'],
  ])('%s', (_, question, expected) => {
    const found = decideAsked(question);
    const told =
      found.do === 'conflict'
        ? 'conflict'
        : `${found.holder?.subjectId ?? '-'} beside ${found.beside?.subjectId ?? '-'}`;
    expect(told).toBe(expected);
  });
});
