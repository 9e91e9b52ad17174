import { afterEach, expect, it, vi } from 'vitest';
import { ana, linkBench } from '../support/ledger/linked-person.ts';
import { keepWritten } from '../support/table/keep-written.ts';

afterEach(() => vi.restoreAllMocks());

it('no personal link and no number gets into a log line: a link is a key to the page of one person', async () => {
  let written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
  const bench = await linkBench();
  const paths = [await bench.link('personal-link'), await bench.link('preference-page')];
  for (const path of paths) {
    await bench.call('GET', path);
    await bench.call('GET', `${path.slice(0, -1)}x`);
    await bench.post(path, `number=%2B${ana}&purpose=offers`);
    await bench.post(path, 'List-Unsubscribe=One-Click');
    await bench.call('POST', path, { body: 'nothing of use', headers: { 'content-type': 'text/plain' } });
  }
  expect(written.match(/request answered/g)?.length).toBeGreaterThan(9);
  for (const secret of [...paths.map((path) => path.slice('/me/'.length, 40)), ana, '5512345678']) {
    expect(written).not.toContain(secret);
  }
});
