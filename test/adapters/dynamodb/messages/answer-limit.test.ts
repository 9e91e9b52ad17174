import { beforeAll, describe, expect, test } from 'vitest';
import { answerLimit } from '../../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import type { DocumentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { AnswerLimit } from '../../../../lambdas/use-cases/messages/ports.ts';
import { testTable } from '../../../support/exports/export-steps.ts';
import { identifierKey, noon } from '../../../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../../../support/table/rows.ts';
import { freshTable } from '../../../support/table/table.ts';

type Answer = Parameters<AnswerLimit['take']>[0];
let table: DocumentTable;
let now = noon;
let limit: AnswerLimit;
beforeAll(async () => {
  ({ table } = testTable(await freshTable()));
  limit = answerLimit(table, identifierKey, () => now);
});

let persons = 0;
const help = (more: Partial<Answer> = {}): Answer => ({
  kind: 'help',
  appId: 'acme',
  channel: 'sms',
  person: `1425555${1000 + persons}`,
  to: 'sms-1',
  ...more,
});
/** So many answers to different messages, one after the other. */
async function takeSome(count: number, more: Partial<Answer> = {}) {
  const outcomes = [];
  for (let n = 0; n < count; n += 1) outcomes.push(await limit.take(help({ to: `sms-${now}-${n}`, ...more })));
  return outcomes;
}

describe('the answers that one person gets', () => {
  test('are three in 24 hours, whatever comes in between', async () => {
    persons += 1;
    now = noon;
    expect(await takeSome(5)).toEqual(['taken', 'taken', 'taken', 'none-left', 'none-left']);
    now = noon + 86_400_000 - 1;
    expect(await takeSome(2)).toEqual(['none-left', 'none-left']);
    now = noon + 86_400_000;
    expect(await takeSome(4)).toEqual(['taken', 'taken', 'taken', 'none-left']);
  });

  test.each<[string, Partial<Answer>]>([
    ['another app', { appId: 'cafe' }],
    ['the other channel', { channel: 'whatsapp' }],
    ['another person', { person: '14255559999' }],
    ['the question about an unclear stop', { kind: 'ask-whether-stop' }],
  ])('are counted apart for %s', async (_, more) => {
    persons += 1;
    now = noon;
    await takeSome(4);
    expect(await limit.take(help(more))).toBe('taken');
  });

  test('of twenty messages at once three are answered', async () => {
    persons += 1;
    now = noon;
    const all = Array.from({ length: 20 }, (_, n) => limit.take(help({ to: `sms-${n}` })).catch(() => 'gave up'));
    expect((await Promise.all(all)).filter((outcome) => outcome === 'taken')).toHaveLength(3);
  });

  test('of one message that is delivered ten times at once, one; and none when it comes again', async () => {
    persons += 1;
    now = noon;
    const all = Array.from({ length: 10 }, () => limit.take(help()));
    expect((await Promise.all(all)).filter((outcome) => outcome === 'taken')).toHaveLength(1);
    expect(await limit.take(help())).toBe('taken-before');
    expect(await takeSome(3)).toEqual(['taken', 'taken', 'none-left']);
  });

  test('are kept without a number or a message id, and for a day', async () => {
    const rows = await rowsWhere(table, /^LIMIT#/);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toMatch(/1425555|sms-/);
      expect(row.given).toSatisfy((given: readonly { at: number }[]) =>
        given.every(({ at }) => at + 86_400_000 <= Number(row.ttl) * 1000),
      );
    }
  });
});
