import { expect, test } from 'vitest';
import { compress, readFrames, rowsOf, toFrame } from '../../../lambdas/adapters/s3/part-frames.ts';
import type { AudienceRow } from '../../../lambdas/domain/export/audience-row.ts';
import type { AudienceChunk } from '../../../lambdas/use-cases/exports/ports.ts';

const row = (index: number): AudienceRow => ({
  userId: `usr_${index}`,
  purpose: 'offers',
  optedInAt: '2026-10-01T00:00:00.000Z',
  source: 'paper',
  noticeId: 'línea\n"dos"',
  statementId: `stm_${index}.1`,
});

function chunk(from: number, count: number): AudienceChunk {
  const rows = Array.from({ length: count }, (_, index) => row(from + index));
  return { first: `00#${from}`, last: `00#${from + count - 1}`, count, ...compress(rows) };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

const chunks = [chunk(0, 1), chunk(1, 1000), chunk(1001, 7)];
const part = Buffer.concat(chunks.map(toFrame));

test.each([1, 7, 1000, 64 * 1024, part.length])('frames come back whole from pieces of %i bytes', async (size) => {
  const read = await all(readFrames(pieces(part, size)));
  expect(read.map(({ first, last, count }) => ({ first, last, count }))).toEqual(
    chunks.map(({ first, last, count }) => ({ first, last, count })),
  );
  expect(read.flatMap(rowsOf)).toEqual(Array.from({ length: 1008 }, (_, index) => row(index)));
  const csv = (each: AudienceChunk) => ({ ...each.csv, deflated: Buffer.from(each.csv.deflated) });
  expect(read.map(csv)).toEqual(chunks.map(csv));
});

test('a part that is cut short, at whatever byte, is never taken for whole', async () => {
  const frame = toFrame(chunk(0, 2));
  for (let length = 1; length < frame.length; length += 1) {
    await expect(all(readFrames(pieces(frame.subarray(0, length), 50)))).rejects.toThrow();
  }
});

test('a part that an earlier version wrote, and a stretch that was damaged, are refused', async () => {
  const { csv, jsonl } = chunk(0, 2);
  const old = { first: '00#0', last: '00#1', count: 2, csv: csv.deflated.length, jsonl: jsonl.deflated.length };
  const part = Buffer.concat([Buffer.from(`${JSON.stringify(old)}\n`), csv.deflated, jsonl.deflated]);
  await expect(all(readFrames(pieces(part, 50)))).rejects.toThrow();
  expect(() => rowsOf({ jsonl: { ...jsonl, crc32: jsonl.crc32 + 1 } })).toThrow();
  expect(() => rowsOf({ jsonl: { ...jsonl, length: jsonl.length + 1 } })).toThrow();
});

test('an empty part has no frames', async () => {
  expect(await all(readFrames(pieces(new Uint8Array(), 1)))).toEqual([]);
});

test('a reader that stops early closes its source', async () => {
  let closed = false;
  async function* source() {
    try {
      yield part;
    } finally {
      closed = true;
    }
  }
  for await (const _ of readFrames(source())) break;
  expect(closed).toBe(true);
});
