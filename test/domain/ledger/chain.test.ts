import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../lambdas/domain/consent/statement.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import { append } from '../../../lambdas/domain/ledger/chain.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const ana: Subject = {
  subjectId: 'AAAAAAAAAAA',
  userId: 'usr_ana',
  registers: {},
  suppressions: [],
  platformStop: {},
  firstKnownAt: 0,
};

const appended = (evidence: Evidence) =>
  append(
    { subject: ana, head: { sequence: 0, hash: '' } },
    { act: { kind: 'chat' }, saidAt: 1, source: 'paper', evidence },
    { now: 2, salt: 'salt', sha256 },
  );

describe('the evidence of an entry', () => {
  test('is the same whether a member is absent or undefined, also inside of it', () => {
    const plain = appended({ documentRef: 'card 1', identifiers: { phone: '+14165551015' } });
    const open = appended({
      documentRef: 'card 1',
      operator: undefined,
      identifiers: { phone: '+14165551015', bsuid: undefined },
    } as unknown as Evidence);
    expect(open).toStrictEqual(plain);
    expect(open.head.hash).toBe(plain.head.hash);
    expect(JSON.stringify(Object.keys(open.entry.body?.evidence ?? {}))).toBe('["documentRef","identifiers"]');
  });

  test('keeps what was sent', () => {
    const evidence: Evidence = { documentRef: 'card 1', noticeId: 'spring', noticeVersion: 3 };
    expect(appended(evidence).entry.body?.evidence).toStrictEqual(evidence);
  });
});
