import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConsumerName } from '../../lambdas/contract/consumers.ts';
import { relay } from '../../lambdas/handlers/relay.ts';
import type { Handover, Parcel } from '../../lambdas/use-cases/relay/ports.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { notingQueue, streamRecord } from '../support/ledger/parcels.ts';
import { keepWritten } from '../support/table/keep-written.ts';

const at = Date.parse('2026-11-20T12:00:00Z');
let written = '';
beforeEach(() => {
  written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
});
afterEach(() => vi.restoreAllMocks());

/** A ledger entry as it lies in the table; `asks` what it is handed on for. */
const entry = (person: string, key: string, asks: object = { reply: 'stop-confirmed' }) => ({
  pk: `acme#L#${person}`,
  sk: key,
  n: 3,
  kind: 'statement',
  action: 'revoked',
  at,
  rec: at,
  src: 'whatsapp-message',
  rq: 'hash of what the caller sent',
  body: {
    salt: 'the salt of the chain',
    text: 'STOP, and by the way my mother is ill',
    messageId: 'wamid.1',
    identifiers: { waId: '16505551234' },
  },
  ...asks,
});
const charging = { charges: [{ point: 'pt_1', count: 'stops' }], charged: true };
const both = { reply: 'stop-confirmed', ...charging };

type Says = (parcel: Parcel) => Handover;
const failed: Handover = { outcome: 'failed', error: new Error('throttled') };
const refused: Handover = { outcome: 'refused', error: new Error('too long') };

/** A relay whose queues say this of what they are sent. */
function station(says: { readonly [Queue in ConsumerName | 'aside']?: Says } = {}) {
  const queues = {
    replies: notingQueue(says.replies),
    charges: notingQueue(says.charges),
    events: notingQueue(says.events),
  };
  const aside = notingQueue(says.aside);
  const run = async (...records: readonly DynamoDBRecord[]) => {
    const { batchItemFailures } = await relay({ queues, aside, now: () => at })(
      { Records: [...records] },
      lambdaContext(),
    );
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { ...queues, aside, run };
}
const keys = (parcels: readonly Parcel[]) => parcels.map(({ key }) => key);
const image = ({ body }: Parcel) => JSON.parse(body) as Record<string, unknown>;

describe('the relay', () => {
  test('tells each consumer what concerns it, and of an entry that concerns both each of them', async () => {
    const { run, replies, charges, aside } = station();
    const records = [entry('ana', 'a'), entry('eva', 'b', charging), entry('ida', 'c', both), entry('uma', 'd', {})];
    expect(await run(...records.map(streamRecord))).toEqual([]);
    expect([keys(replies.taken), keys(charges.taken), keys(aside.taken)]).toEqual([['a', 'c'], ['b', 'c'], []]);
  });

  test('says no more of an entry than its consumer needs: no word of a person, no salt', async () => {
    const { run, replies, charges } = station();
    await run(streamRecord(entry('ana', 'a', both), 1));
    const told = [...replies.taken, ...charges.taken].map(image);
    expect(told).toEqual([
      {
        pk: { S: 'acme#L#ana' },
        sk: { S: 'a' },
        n: { N: '3' },
        at: { N: String(at) },
        src: { S: 'whatsapp-message' },
        reply: { S: 'stop-confirmed' },
        body: { M: { identifiers: { M: { waId: { S: '16505551234' } } } } },
      },
      {
        pk: { S: 'acme#L#ana' },
        sk: { S: 'a' },
        charges: { L: [{ M: { point: { S: 'pt_1' }, count: { S: 'stops' } } }] },
      },
    ]);
  });

  test.each(['\u0000', '\u007f', '\uffff', '\ud800', '😀', 'ñ'])(
    'writes a parcel in ASCII, which every queue takes, also of an identifier with %j',
    async (odd) => {
      const { run, replies } = station();
      const waId = `US.${odd}`;
      await run(streamRecord({ ...entry('ana', 'a'), body: { identifiers: { waId } } }, 1));
      const [parcel] = replies.taken;
      expect(parcel?.body).toMatch(/^[ -~]+$/);
      expect(JSON.stringify(parcel && image(parcel))).toContain(JSON.stringify(waId).slice(1, -1));
    },
  );

  test('hands nothing on of changes and deletions', async () => {
    const { run, replies } = station();
    const record = streamRecord(entry('ana', 'a'), 1);
    const removed = { ...record, eventName: 'REMOVE', dynamodb: { ...record.dynamodb, NewImage: undefined } };
    expect(await run({ ...record, eventName: 'MODIFY' }, removed as DynamoDBRecord, {})).toEqual([]);
    expect(replies.sent).toEqual([]);
  });

  test('tells what a state counts as now and a window, when it is not what it was; not that the TTL took one', async () => {
    const { run, charges, aside } = station();
    const place = { pk: `acme#${'h'.repeat(22)}`, sk: 'S' };
    const home = { ...place, v: 7, u: 'u', n: 1, hash: 'x', cr: at, ph: '16505551234', c: { offers: 'G3t8|1|0' } };
    const was = (record: DynamoDBRecord, old: object | undefined, more: object = {}): DynamoDBRecord => {
      const OldImage = old && streamRecord(old, 1).dynamodb?.NewImage;
      return { ...record, eventName: 'MODIFY', ...more, dynamodb: { ...record.dynamodb, OldImage } } as DynamoDBRecord;
    };
    const gone = (old: object, more: object = {}): DynamoDBRecord => {
      const { NewImage, ...rest } = streamRecord(old, 9).dynamodb ?? {};
      return { eventName: 'REMOVE', ...more, dynamodb: { ...rest, OldImage: NewImage } } as DynamoDBRecord;
    };
    const window = { ...place, sk: 'W', u: 'u', last: at };
    const service = { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };
    expect(
      await run(
        was(streamRecord(home, 1), { ...home, v: 6, c: {} }),
        was(streamRecord({ ...home, v: 8, f: at }, 2), home),
        was(streamRecord(window, 3), { ...window, last: at - 3_600_000 }),
        was(streamRecord({ ...window, last: at + 1000 }, 4), window),
        gone({ ...window, last: at }, service),
        gone({ ...window, last: at }),
      ),
    ).toEqual([]);
    const told = charges.taken.map(image).map(({ sk, counted, order }) => JSON.stringify([sk, counted, order]));
    expect(told).toEqual([
      `[{"S":"S"},{"L":[{"S":"people"},{"S":"= offers opted-in"}]},{"S":"${'7'.padStart(40, '0')}"}]`,
      `[{"S":"W"},{"L":[{"S":"2026-11-21T12:00"}]},{"S":"${'3'.padStart(40, '0')}"}]`,
      `[{"S":"W"},{"L":[]},{"S":"${'9'.padStart(40, '0')}"}]`,
    ]);
    expect(aside.sent).toEqual([]);
  });

  test('sets a state aside by its key that nobody can read, says so, and holds up nobody', async () => {
    const { run, charges, aside } = station();
    const odd = { pk: `acme#${'h'.repeat(22)}`, sk: 'S', v: 1, u: 'u', n: 1, ph: '16505551234' };
    expect(await run(streamRecord(odd, 1), streamRecord(entry('eva', 'b', charging), 2))).toEqual([]);
    expect(aside.taken.map(image)).toEqual([{ group: odd.pk, key: 'S' }]);
    expect(keys(charges.taken)).toEqual(['b']);
    expect(written).toContain('entry not read');
    expect(written).not.toContain('16505551234');
  });

  test('hands on what is no ledger entry that it knows: the consumer says what is wrong with it, and no shard waits', async () => {
    const { run, replies } = station();
    const strange = streamRecord({ pk: 'x', sk: 'y', reply: ['no', 'kind'] }, 7);
    const keyless: DynamoDBRecord = {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: '8', NewImage: { reply: { S: '?' } } },
    };
    expect(await run(strange, keyless)).toEqual([]);
    expect(replies.taken.map(({ group, key }) => [group, key])).toEqual([
      ['x', 'y'],
      ['8', '8'],
    ]);
  });
});

describe('order', () => {
  test('acts of one person go one after the other, those of others beside them', async () => {
    const { run, replies } = station();
    const records = [entry('ana', '1'), entry('ana', '2'), entry('eva', '3'), entry('ana', '4'), entry('eva', '5')];
    await run(...records.map(streamRecord));
    expect(replies.sent.map(keys)).toEqual([['1', '3'], ['2', '5'], ['4']]);
  });

  test('none passes one that failed, and nobody else waits', async () => {
    const { run, replies } = station({ replies: ({ key }) => (key === '2' ? failed : { outcome: 'taken' }) });
    const records = [entry('ana', '1'), entry('ana', '2'), entry('eva', '3'), entry('ana', '4'), entry('eva', '5')];
    expect(await run(...records.map((each, n) => streamRecord(each, n + 1)))).toEqual(['2', '4']);
    expect(keys(replies.taken)).toEqual(['1', '3', '5']);
    expect(written).toContain('"RelayFailed":2');
  });

  test('of ten people one of whom cannot be handed on, nine are', async () => {
    const { run, replies } = station({
      replies: ({ group }) => (group.endsWith('p7') ? failed : { outcome: 'taken' }),
    });
    const records = Array.from({ length: 10 }, (_, n) => streamRecord(entry(`p${n}`, `e${n}`), n));
    expect(await run(...records)).toEqual(['7']);
    expect(replies.taken).toHaveLength(9);
  });
});

describe('a queue that does not take', () => {
  test('holds up no other queue', async () => {
    const { run, replies, charges } = station({ charges: () => failed });
    expect(await run(streamRecord(entry('ana', 'a', both), 1), streamRecord(entry('eva', 'b'), 2))).toEqual(['1']);
    expect([keys(replies.taken), keys(charges.taken)]).toEqual([['a', 'b'], []]);
  });

  test('gets everything when it is back, after a day of tries', async () => {
    let isDown = true;
    const { run, replies } = station({ replies: () => (isDown ? failed : { outcome: 'taken' }) });
    const records = [entry('ana', 'a'), entry('ana', 'b'), entry('eva', 'c')].map(streamRecord);
    for (let tries = 0; tries < 1440; tries += 1) expect(await run(...records)).toHaveLength(3);
    isDown = false;
    expect(await run(...records)).toEqual([]);
    expect(keys(replies.taken)).toEqual(['a', 'c', 'b']);
  });

  test('says nothing: the record is not taken for handed on', async () => {
    const { run } = station({ replies: () => undefined as unknown as Handover });
    expect(await run(streamRecord(entry('ana', 'a'), 1))).toEqual(['1']);
  });
});

describe('what a queue will never take', () => {
  const refusing: Says = ({ key }) => (key === '2' ? refused : { outcome: 'taken' });

  test('is set aside by the key of its entry, and holds up neither its shard nor its person', async () => {
    const { run, replies, aside } = station({ replies: refusing });
    const records = [entry('ana', '1'), entry('ana', '2'), entry('ana', '3')].map(streamRecord);
    expect(await run(...records)).toEqual([]);
    expect(keys(replies.taken)).toEqual(['1', '3']);
    expect(aside.taken.map(({ body }) => JSON.parse(body))).toEqual([{ group: 'acme#L#ana', key: '2' }]);
    expect(written).toContain('entry not handed on');
    expect(written).not.toContain('RelayFailed');
  });

  test.each([failed, refused])('comes again when it cannot even be set aside: %j', async (outcome) => {
    const { run } = station({ replies: refusing, aside: () => outcome });
    expect(await run(streamRecord(entry('ana', '2'), 5), streamRecord(entry('eva', '3'), 6))).toEqual(['5']);
  });
});

test('no log line holds a number, a word or a key', async () => {
  const { run } = station({ replies: () => failed, charges: () => refused });
  await run(streamRecord(entry('ana', 'a', both), 1));
  expect(written).not.toMatch(/6505551234|mother|acme#L|ana/);
});
