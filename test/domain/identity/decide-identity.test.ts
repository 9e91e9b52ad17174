import { describe, expect, test } from 'vitest';
import {
  decideIdentity,
  type Held,
  type Holder,
  type IdentityQuestion,
} from '../../../lambdas/domain/identity/decide-identity.ts';

const noon = 1_000_000;
const number: Holder = { subjectId: 'n', phone: '1', firstKnownAt: 10 };
const paired: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', pair: { first: 500, last: 900 }, firstKnownAt: 10 };
const writer: Holder = { subjectId: 'w', bsuid: 'US.2', firstKnownAt: 20 };
const elsewhere: Holder = {
  ...{ subjectId: 'e', phone: '9', bsuid: 'US.2', pair: { first: 500, last: 900 }, firstKnownAt: 20 },
};
const nobody: Held<Holder> = { asOf: 'today' };
const gap: Held<Holder> = { asOf: 'gap' };
const today = (holder: Holder): Held<Holder> => ({ asOf: 'today', holder });
const ended = (holder: Holder): Held<Holder> => ({ asOf: 'ended', holder });
const unknown = (held: Held<Holder>): Held<Holder> => ({ ...held, unknownPeople: true });

function decide(question: Partial<IdentityQuestion<Holder>>) {
  const found = decideIdentity({ given: {}, at: noon, ...question });
  switch (found.do) {
    case 'use':
    case 'move':
      return `${found.do} ${found.holder.subjectId}`;
    case 'link':
      return `link ${found.holder.subjectId}${found.phone ? ' phone' : ''}${found.bsuid ? ' bsuid' : ''}`;
    case 'merge':
      return `merge ${found.loser.subjectId} into ${found.survivor.subjectId}`;
    case 'take-over':
      return `take-over from ${found.from.subjectId}${found.to === undefined ? '' : ` by ${found.to.subjectId}`}`;
    case 'create':
      return `create phone:${found.phone} bsuid:${found.bsuid}`;
    case 'held-earlier':
      return `held-earlier ${found.holder.subjectId}${found.until === undefined ? '' : ` until ${found.until}`}`;
    case 'interrupt-ended':
      return `interrupt-ended ${found.holder.subjectId}`;
    case 'interrupt':
      return `interrupt ${found.holder.subjectId} ${found.from ?? ''}-${found.until}`;
  }
}

const both = { phone: '1', bsuid: 'US.2' };

describe('who the person of a payload is', () => {
  test.each<[string, Partial<IdentityQuestion<Holder>>, string]>([
    ['a stranger by number', { given: { phone: '1' }, phone: nobody }, 'create phone:holds bsuid:false'],
    ['a stranger by both', { given: both, phone: nobody, bsuid: nobody }, 'create phone:holds bsuid:true'],
    ['a stranger by BSUID', { given: { bsuid: 'US.2' }, bsuid: nobody }, 'create phone:none bsuid:true'],
    [
      'an act older than today’s hold of the number',
      { given: { phone: '1' }, phone: gap },
      'create phone:held bsuid:false',
    ],
    [
      'the same, with a BSUID that nobody has',
      { given: both, phone: gap, bsuid: nobody },
      'create phone:held bsuid:true',
    ],
    ['the same, with a known BSUID', { given: both, phone: gap, bsuid: today(writer) }, 'held-earlier w'],
    ['a known number', { given: { phone: '1' }, phone: today(number) }, 'use n'],
    ['a number of then', { given: { phone: '1' }, phone: ended(number) }, 'use n'],
    [
      'a known number with a BSUID that nobody has',
      { given: both, phone: today(number), bsuid: nobody },
      'link n bsuid',
    ],
    [
      'a known BSUID with a number that nobody has',
      { given: both, phone: nobody, bsuid: today(writer) },
      'link w phone',
    ],
    [
      'a number and a BSUID of two, neither contradicting',
      { given: both, phone: today(number), bsuid: today(writer) },
      'merge w into n',
    ],
    [
      'a known number with another BSUID and no notice',
      { given: both, phone: today(paired), bsuid: nobody },
      'take-over from p',
    ],
    [
      'the same, the new BSUID being known',
      { given: both, phone: today(paired), bsuid: today(writer) },
      'take-over from p by w',
    ],
    [
      'the same, said before the known pair was seen',
      { given: both, phone: today(paired), bsuid: nobody, at: 499 },
      'interrupt p -500',
    ],
    [
      'the same, said before the known pair was seen last',
      { given: both, phone: today(paired), bsuid: nobody, at: 700 },
      'interrupt p 700-900',
    ],
    [
      'the same, said when it was seen last',
      { given: both, phone: today(paired), bsuid: nobody, at: 900 },
      'interrupt p 900-900',
    ],
    [
      'a number that keeps the denials of who left it, with a BSUID',
      { given: both, phone: unknown(today(number)), bsuid: nobody },
      'take-over from n',
    ],
    [
      'a late redelivery with the old number and the old BSUID',
      { given: both, phone: ended({ ...writer, phone: '9' }), bsuid: today({ ...writer, phone: '9' }) },
      'use w',
    ],
    [
      'an old number whose holder of then has shown no BSUID, with one that nobody has',
      { given: both, phone: ended({ ...number, phone: '9' }), bsuid: nobody },
      'link n bsuid',
    ],
    [
      'the same, with a known BSUID without a number',
      { given: both, phone: ended({ ...number, phone: '9' }), bsuid: today(writer) },
      'merge w into n',
    ],
    [
      'an old number of one and a BSUID of another who has another number',
      { given: both, phone: ended({ ...number, phone: '7' }), bsuid: today(elsewhere) },
      'merge e into n',
    ],
    [
      'an old number of somebody with another BSUID',
      { given: both, phone: ended({ ...paired, phone: '9' }), bsuid: nobody },
      'interrupt-ended p',
    ],
    [
      'the people of a gap are nobody whom a payload names',
      { given: both, phone: unknown(ended(number)), bsuid: nobody },
      'create phone:none bsuid:true',
    ],
    ['another number of a known pair, seen later', { given: both, phone: nobody, bsuid: today(elsewhere) }, 'move e'],
    [
      'another number of a known pair, seen earlier',
      { given: both, phone: nobody, bsuid: today(elsewhere), at: 499 },
      'held-earlier e until 500',
    ],
    [
      'another number of a known pair, seen in between',
      { given: both, phone: nobody, bsuid: today(elsewhere), at: 700 },
      'held-earlier e until 900',
    ],
    [
      'a move to a number that somebody was known by before',
      { given: both, phone: today(number), bsuid: today(elsewhere) },
      'take-over from n by e',
    ],
    [
      'a move to a number that was known only since',
      { given: both, phone: today({ ...number, firstKnownAt: noon + 1 }), bsuid: today(elsewhere) },
      'move e',
    ],
    [
      'a place that was read just before its holder was written',
      { given: { phone: '1', bsuid: 'US.1' }, phone: nobody, bsuid: today(paired) },
      'use p',
    ],
    ['only a parent BSUID', { given: {}, parentBsuid: today(writer) }, 'use w'],
    [
      'a parent BSUID never contradicts a BSUID',
      { given: { bsuid: 'US.9' }, bsuid: nobody, parentBsuid: today(writer) },
      'create phone:none bsuid:true',
    ],
  ])('%s', (_, question, expected) => expect(decide(question)).toBe(expected));
});
