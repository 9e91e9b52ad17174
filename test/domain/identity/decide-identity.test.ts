import { describe, expect, test } from 'vitest';
import {
  decideIdentity,
  type Held,
  type Holder,
  type IdentityQuestion,
} from '../../../lambdas/domain/identity/decide-identity.ts';

const noon = 1_000_000;
const number: Holder = { subjectId: 'n', phone: '1', firstKnownAt: 10 };
const paired: Holder = { subjectId: 'p', phone: '1', bsuid: 'US.1', pairedAt: 500, firstKnownAt: 10 };
const writer: Holder = { subjectId: 'w', bsuid: 'US.2', firstKnownAt: 20 };
const nobody: Held<Holder> = { asOf: 'present' };
const present = (holder: Holder): Held<Holder> => ({ asOf: 'present', holder });
const former = (holder: Holder): Held<Holder> => ({ asOf: 'former', holder });

function decide(question: Partial<IdentityQuestion<Holder>>) {
  const found = decideIdentity({ given: {}, at: noon, provider: true, ...question });
  switch (found.do) {
    case 'use':
    case 'link':
      return `${found.do} ${found.holder.subjectId}`;
    case 'merge':
      return `merge ${found.loser.subjectId} into ${found.survivor.subjectId}`;
    case 'take-over':
      return `take-over from ${found.from.subjectId}${found.to === undefined ? '' : ` by ${found.to.subjectId}`}`;
    case 'create':
      return `create phone:${found.phone} bsuid:${found.bsuid}`;
    case 'conflict':
      return `conflict ${found.holders.map((holder) => holder.subjectId).join(' ')}`;
  }
}

const both = { phone: '1', bsuid: 'US.2' };

describe('who the person of an act is', () => {
  test.each<[string, Partial<IdentityQuestion<Holder>>, string]>([
    ['a stranger by number', { given: { phone: '1' }, phone: nobody }, 'create phone:present bsuid:false'],
    ['a stranger by both', { given: both, phone: nobody, bsuid: nobody }, 'create phone:present bsuid:true'],
    ['a stranger by BSUID', { given: { bsuid: 'US.2' }, bsuid: nobody }, 'create phone:none bsuid:true'],
    [
      'an act older than the present hold of the number',
      { given: { phone: '1' }, phone: { asOf: 'before' } },
      'create phone:past bsuid:false',
    ],
    ['a known number', { given: { phone: '1' }, phone: present(number) }, 'use n'],
    ['a known number with a BSUID that nobody has', { given: both, phone: present(number), bsuid: nobody }, 'link n'],
    ['a known BSUID with a number that nobody has', { given: both, phone: nobody, bsuid: present(writer) }, 'link w'],
    [
      'a number and a BSUID of two, neither contradicting',
      { given: both, phone: present(number), bsuid: present(writer) },
      'merge w into n',
    ],
    [
      'a known number with another BSUID and no notice',
      { given: both, phone: present(paired), bsuid: nobody },
      'take-over from p',
    ],
    [
      'the same, the new BSUID being known',
      { given: both, phone: present(paired), bsuid: present(writer) },
      'take-over from p by w',
    ],
    [
      'the same, said before the known pair was seen',
      { given: both, phone: present(paired), bsuid: nobody, at: 499 },
      'create phone:past bsuid:true',
    ],
    [
      'a late redelivery with the old number and the old BSUID',
      { given: both, phone: former(writer), bsuid: present(writer) },
      'use w',
    ],
    [
      'an old number of one and a BSUID of another',
      { given: both, phone: former(number), bsuid: present(writer) },
      'use w',
    ],
    [
      'another number of a known pair, seen later',
      { given: { phone: '9', bsuid: 'US.1' }, phone: nobody, bsuid: present(paired) },
      'link p',
    ],
    [
      'another number of a known pair, seen earlier',
      { given: { phone: '9', bsuid: 'US.1' }, phone: nobody, bsuid: present(paired), at: 499 },
      'use p',
    ],
    [
      'a place that was read just before its holder was written',
      { given: { phone: '1', bsuid: 'US.1' }, phone: nobody, bsuid: present(paired) },
      'use p',
    ],
    ['only a parent BSUID', { given: {}, parentBsuid: present(writer) }, 'use w'],
    [
      'a parent BSUID never contradicts a BSUID',
      { given: { bsuid: 'US.9' }, bsuid: nobody, parentBsuid: present(writer) },
      'create phone:none bsuid:true',
    ],
  ])('%s', (_, question, expected) => expect(decide(question)).toBe(expected));
});

describe('calls of the API never change who holds what', () => {
  test.each<[string, Partial<IdentityQuestion<Holder>>, string]>([
    ['two known people', { given: both, phone: present(number), bsuid: present(writer) }, 'conflict n w'],
    ['a known number with another BSUID', { given: both, phone: present(paired), bsuid: nobody }, 'conflict p'],
    [
      'a known BSUID with another number',
      { given: { phone: '9', bsuid: 'US.1' }, phone: nobody, bsuid: present(paired) },
      'conflict p',
    ],
    [
      'a user and the number of another',
      { given: { phone: '1' }, phone: present(number), user: writer },
      'conflict w n',
    ],
    [
      'a user with a number, and a number that nobody has',
      { given: { phone: '9' }, phone: nobody, user: paired },
      'conflict p',
    ],
    ['a known number with a first BSUID', { given: both, phone: present(number), bsuid: nobody }, 'link n'],
    ['a user and the first number', { given: { phone: '9' }, phone: nobody, user: writer }, 'link w'],
  ])('%s', (_, question, expected) => expect(decide({ ...question, provider: false })).toBe(expected));
});
