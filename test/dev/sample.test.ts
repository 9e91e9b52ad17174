import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFeed } from '../../dev/live/feed.ts';
import { startLocalMode } from '../../dev/local-mode.ts';
import { planSample } from '../../dev/sample/plan-sample.ts';
import { sampleBeside } from '../../dev/sample/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Json = Readonly<Record<string, unknown>>;

it('makes the sample business in a folder of its own, opens it again, and throws it away', {
  timeout: 180_000,
}, async () => {
  const folder = join(temporaryFolder(), 'sample');
  const feed = openFeed(Date.now);
  const beside = () =>
    sampleBeside(
      folder,
      feed,
      (dataFolder) => startLocalMode({ dataFolder, port: 0, sampleOf: 'http://127.0.0.1:1/console' }),
      planSample(40),
    );
  const first = beside();
  onTestFinished(first.stop);
  expect(first.state()).toMatchObject({ state: 'none' });
  expect(first.begin()).toMatchObject({ state: 'making' });
  // A second click begins no second one.
  expect(first.begin()).toMatchObject({ state: 'making' });
  const made = await first.made();
  expect(made).toMatchObject({
    state: 'ready',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/console#key=olk_/),
  });
  const { origin, hash } = new URL(made.url ?? '');
  const key = hash.replace('#key=', '');
  const get = async (path: string) =>
    (await (await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${key}` } })).json()) as Json & {
      data: readonly Json[];
    };
  const { data: people } = await get('/v1/apps/luna-coffee/users?limit=100');
  expect(people).toHaveLength(40);
  expect(people.some(({ optedIn }) => optedIn === true)).toBe(true);
  const { data: points } = await get('/v1/apps/luna-coffee/points');
  expect(points).toHaveLength(5);
  expect(points.some(({ counts }) => Number((counts as Json).optIns) > 0)).toBe(true);
  // The clock is back, and the year lies behind us.
  const { sample, offsetMs } = await get('/local/state');
  expect([sample, offsetMs]).toEqual([{ state: 'here', done: 0, total: 0, url: 'http://127.0.0.1:1/console' }, 0]);
  const [app] = (await get('/v1/apps')).data;
  expect(Date.now() - Date.parse(String(app?.createdAt))).toBeGreaterThan(300 * 24 * 3_600_000);
  expect(feed.after(0).filter(({ kind }) => kind === 'sample').length).toBeGreaterThan(10);

  await first.stop();
  const second = beside();
  onTestFinished(second.stop);
  second.begin();
  expect(await second.made()).toMatchObject({ state: 'ready', seconds: made.seconds });
  expect(await second.discard()).toMatchObject({ state: 'none' });
  expect(existsSync(folder)).toBe(false);
});

it('says what went wrong, and begins anew', async () => {
  const folder = join(temporaryFolder(), 'sample');
  const sample = sampleBeside(folder, openFeed(Date.now), () => Promise.reject(new Error('no room')), []);
  sample.begin();
  await expect(sample.made()).rejects.toThrow('no room');
  expect(sample.state()).toMatchObject({ state: 'failed', complaint: 'no room' });
  expect(sample.begin()).toMatchObject({ state: 'making' });
});

it('plans the same year each time: a thousand people, stops, silence and words that are unclear, each number once and none of anybody', () => {
  const acts = planSample().flatMap((moment) => moment.acts);
  expect(JSON.stringify(planSample())).toBe(JSON.stringify(planSample()));
  const people = new Map(acts.map(({ person }) => [person.bsuid, person]));
  expect(people.size).toBeGreaterThanOrEqual(1_000);
  expect(new Set([...people.values()].map(({ waId }) => waId)).size).toBe(people.size);
  for (const { waId } of people.values()) expect(waId).toMatch(/^(?:1\d{3}55501\d\d|447700900\d{3})$/);
  const deeds = new Set(acts.map(({ deed }) => deed.does));
  expect([...deeds].toSorted()).toEqual(['calls', 'landing', 'paper', 'poster', 'says', 'sms', 'switch', 'widget']);
  const said = new Set(acts.flatMap(({ deed }) => ('text' in deed ? [deed.text] : [])));
  for (const words of ['STOP', 'ALTO', 'BAJA', 'START', 'OPTIN LUNA', 'quiero salir']) expect(said).toContain(words);
  expect(acts.filter(({ ago }) => ago < 24 * 3_600_000).length).toBeGreaterThan(30);
});
