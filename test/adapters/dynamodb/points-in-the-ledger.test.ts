import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LedgerItem, toLedgerItem } from '../../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { ledgerRows } from '../../support/table/rows.ts';
import { auditTable, readAll } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const minute = 60_000;
const phone = '14155550132';
const bsuid = 'US.13491208655302741918';
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
const at = (point: string) => ({ evidence: { pointId: point } });
const charges = async () =>
  (await ledgerRows(bench.table))
    .toSorted((a, b) => Number(a.rec) - Number(b.rec) || Number(a.n) - Number(b.n))
    .flatMap((row) => (row.charges ?? []) as { point: string; count: string }[])
    .map(({ point, count }) => `${count} ${point}`)
    // Beside each opt-in.
    .filter((charge) => !charge.startsWith('confirmed '));
const sound = async () => expect((await auditTable(bench)).faults).toEqual([]);
const chat = (point?: string, eventId = 'w.chat') =>
  bench.ledger.recordChat(acme, {
    person: { phone },
    at: bench.now(),
    eventId,
    point,
    evidence: { text: 'hello', messageId: eventId },
  });

describe('the point of a statement', () => {
  test('stands in header and state, and is charged for how the opt-in ends', async () => {
    await bench.say({ phone }, at('pt_a'));
    bench.setNow(noon + minute);
    await bench.say({ phone }, { ...own, purposes: ['news'], ...at('pt_b') });
    bench.setNow(noon + 2 * minute);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: ['offers'] });
    bench.setNow(noon + 3 * minute);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all' });
    expect(await charges()).toEqual(['optIns pt_a', 'optIns pt_b', 'optOuts pt_a', 'stops pt_b']);
    const { ledger } = await readAll(bench);
    expect(ledger.map((item) => item.point).filter(Boolean)).toEqual(expect.arrayContaining(['pt_a', 'pt_b']));
    await sound();
  });

  test('counts a renewal of what had expired as an opt-in of the new point', async () => {
    const day = 86_400_000;
    const app = { ...acme, purposes: acme.purposes.map((purpose) => ({ ...purpose, validForDays: 30 })) };
    const say = (saidAt: number, point: string) => {
      bench.setNow(saidAt);
      const said = { action: 'granted', purposes: ['offers'], saidAt, eventId: `w.${saidAt}` } as const;
      return bench.ledger.recordStatement(app, { person: { phone }, ...own, ...said, ...at(point) });
    };
    await say(noon, 'pt_a');
    await say(noon + 29 * day, 'pt_b');
    await say(noon + 60 * day, 'pt_c');
    expect(await charges()).toEqual(['optIns pt_a', 'optIns pt_c']);
  });

  test('survives a START, which folds the whole history', async () => {
    await bench.say({ phone }, at('pt_a'));
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all', saidAt: noon + minute });
    bench.setNow(noon + 9 * minute);
    await bench.say({ phone }, { ...own, purposes: ['news'], saidAt: noon + 5 * minute, ...at('pt_b') });
    await bench.say({ phone }, { ...own, action: 'resumed', purposes: 'all', saidAt: noon + 6 * minute });
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: ['news'], saidAt: noon + 7 * minute });
    expect((await charges()).filter((charge) => charge.endsWith('pt_b'))).toEqual(['optIns pt_b', 'optOuts pt_b']);
    await sound();
  });

  test('survives the merge of two people, after which a stop is charged to the points of both', async () => {
    await bench.say({ phone }, at('pt_a'));
    await bench.say({ bsuid }, { ...own, purposes: ['news'], ...at('pt_b') });
    bench.setNow(noon + minute);
    await bench.hear({ phone, bsuid }, noon + minute);
    bench.setNow(noon + 2 * minute);
    await bench.say({ bsuid }, { ...own, action: 'revoked', purposes: 'all' });
    expect((await charges()).slice(2)).toEqual(['stops pt_a', 'stops pt_b']);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, faults: [] });
  });

  test('is charged once for a retry, and by the one of two stops at once that ends something', async () => {
    await bench.say({ phone }, { ...at('pt_a'), eventId: 'e-1' });
    await bench.say({ phone }, { ...at('pt_a'), eventId: 'e-1' });
    bench.setNow(noon + minute);
    await Promise.all(
      ['w.1', 'w.2'].map((eventId) => bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all', eventId })),
    );
    expect(await charges()).toEqual(['optIns pt_a', 'stops pt_a']);
  });

  test('is under the hash: another point in the table is noticed', async () => {
    await bench.say({ phone }, at('pt_a'));
    const [item] = (await readAll(bench)).ledger as [LedgerItem];
    await bench.table.documents.send(
      new UpdateCommand({
        TableName: bench.table.tableName,
        Key: { pk: item.pk, sk: item.sk },
        UpdateExpression: 'SET point = :b',
        ExpressionAttributeValues: { ':b': 'pt_b' },
      }),
    );
    expect((await auditTable(bench)).faults).not.toEqual([]);
  });

  test('is absent from an entry without one: such an item is written as it always was', () => {
    const header = {
      sequence: 1,
      previousHash: '',
      act: { kind: 'statement', action: 'granted', purposes: ['offers'], level: 2 },
      saidAt: noon,
      recordedAt: noon,
      source: 'paper',
      bodyHash: 'h',
    } as const;
    const item = toLedgerItem({ pk: 'acme#L#u', sk: 'e' }, { ref: 'u.1', header }, { rq: 'r' });
    const written = Object.entries(item).filter(([, value]) => value !== undefined);
    expect(written.map(([name]) => name).toSorted()).toEqual(
      ['action', 'at', 'bh', 'kind', 'level', 'n', 'pk', 'prev', 'purposes', 'rec', 'rq', 'sk', 'src'].toSorted(),
    );
  });
});

describe("WhatsApp's own stop", () => {
  test('is charged to the points of marketing opt-ins, once, and not when it is told again', async () => {
    await bench.say({ phone }, at('pt_a'));
    await bench.say({ phone }, { purposes: ['orders'], ...at('pt_b') });
    for (const eventId of ['p-1', 'p-2', 'p-2'])
      await bench.ledger.recordPlatformPreference(acme, {
        person: { phone },
        at: noon,
        eventId,
        value: 'stop',
        evidence: {},
      });
    expect((await charges()).slice(2)).toEqual(['platformStops pt_a']);
    await sound();
  });
});

describe('a chat', () => {
  test('is one entry, changes nothing of the person, opens no window, and is charged to its point', async () => {
    await bench.say({ phone }, {});
    const before = await bench.people.find('acme', { phone }, noon);
    await chat('pt_a');
    await chat('pt_a');
    expect(await charges()).toEqual(['chats pt_a']);
    expect(await bench.people.find('acme', { phone }, noon)).toEqual(before);
    expect((await readAll(bench)).ledger).toHaveLength(2);
    await sound();
  });

  test('may name no point, and may begin the story of somebody new', async () => {
    await chat(undefined);
    expect(await charges()).toEqual([]);
    expect(await auditTable(bench)).toMatchObject({ subjects: 1, entries: 1, faults: [] });
  });

  test('costs a read and four write units, as any act of a known person', async () => {
    await bench.say({ phone });
    expect(await bench.measure(() => chat('pt_a'))).toEqual({ requests: 2, rru: 1, wru: 4 });
  });
});
