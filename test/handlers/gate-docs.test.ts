import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { gateCodes } from '../../lambdas/domain/gate/gate-errors.ts';
import { bytesBesideALine, costLine } from '../support/costs.ts';
import {
  type GateBench,
  gateBench,
  type LoopbackMeta,
  loopbackMeta,
  phone,
  taken,
  template,
  text,
} from '../support/gate/gate-bench.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { promised } from '../support/promised.ts';
import { keepWritten } from '../support/table/keep-written.ts';

const page = readFileSync(new URL('../../docs/gate.md', import.meta.url), 'utf8');
const accessBytes = promised('docs/costs.md', '| the access log of the API, a request | {n} |')[0] ?? Number.NaN;
const shown = Array.from(page.matchAll(/^\{\n[\s\S]*?\n\}$|^\{ .* \}$/gm), ([json]) => JSON.parse(json) as object);

let meta: LoopbackMeta;
let bench: GateBench;
beforeAll(async () => {
  meta = await loopbackMeta();
});
afterAll(() => meta.stop());
beforeEach(async () => {
  bench = await gateBench(meta);
});
afterEach(() => vi.restoreAllMocks());

/** Ids are another each time. */
const withId = (body: unknown, id: string | undefined) =>
  JSON.parse(JSON.stringify(body).replaceAll(id ?? '-', 'dec_mi7f0hs0k3v9m2x7q4w8r5t1'));

describe('docs/gate.md', () => {
  test('shows a request and the answers that there are', async () => {
    const [asked, sent, denied] = shown;
    expect(sent).toEqual(taken);
    const refused = await bench.send(asked);
    expect(withId(refused.body, refused.headers['x-optledger-decision'])).toEqual(denied);
    await bench.hear({ phone }, noon - 60_000);
    expect(await bench.send(asked)).toMatchObject({ status: 200, body: sent });
  });

  test('has every code', () => {
    for (const code of Object.values(gateCodes)) expect(page).toContain(`| ${code} |`);
  });

  test('reckons its prices from the units of docs/table.md, what a run writes, and one list of prices', async () => {
    await bench.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await bench.hear({ phone }, noon - 60_000);
    await bench.say({ phone });
    await bench.send(text());
    const rows = [];
    for (const [name, of, body] of [
      ['gated templates', 'gated template', template('offer')],
      ['gated replies in the window', 'gated reply in the window', text()],
    ] as const) {
      let written = '';
      keepWritten((chunk) => {
        written += chunk;
      });
      await bench.send(body);
      vi.restoreAllMocks();
      const lines = written
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.replace(/"durationMs":\d+/, '"durationMs":323'));
      const logBytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + bytesBesideALine, 0);
      const [, readUnits = Number.NaN, writeUnits = Number.NaN] = promised(
        'docs/table.md',
        `| ${of} | {n} | {n} | {n} |`,
      );
      // It waits for Meta: 320 ms are assumed.
      rows.push(
        costLine(
          { name, requests: 1, runs: [{ gigabytes: 0.5, milliseconds: 320, logBytes }], readUnits, writeUnits },
          accessBytes,
        ),
      );
    }
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });
});
