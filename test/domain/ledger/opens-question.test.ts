import { expect, test } from 'vitest';
import type { Suppression } from '../../../lambdas/domain/consent/suppression.ts';
import { opensQuestion } from '../../../lambdas/domain/ledger/opens-question.ts';

const unclear: Suppression = { reason: 'ambiguous-stop', scope: 'marketing', since: 1, ref: 'x.1' };
const other: Suppression = { reason: 'quality', scope: 'all', since: 1, ref: 'x.2' };

test.each([
  ['the first unclear stop opens it', [], [unclear], true],
  ['another one while it is open does not', [unclear], [{ ...unclear, since: 2 }], false],
  ['beside another brake it is opened', [other], [other, unclear], true],
  ['another brake opens nothing', [], [other], false],
  ['what was settled by a later act opens nothing', [], [], false],
  ['settling it opens nothing', [unclear], [], false],
])('%s', (_, before, after, opens) => {
  expect(opensQuestion({ suppressions: before }, { suppressions: after })).toBe(opens);
});
