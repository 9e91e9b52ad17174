import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { EligibleRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import type { AudienceRow } from '../../../lambdas/domain/export/audience-row.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';
import { exportApp, exportSteps, testTable } from '../../support/exports/export-steps.ts';
import { eligiblePerson, writeEligible } from '../../support/table/eligible-people.ts';
import { freshTable } from '../../support/table/table.ts';

let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
});
afterAll(() => bucket.stop());

/** By the number, or else by the BSUID alone. */
const people: readonly Partial<EligibleRow>[] = [
  { phone: '525512345678' },
  { phone: '14155550132' },
  { phone: '14165550132' },
  { phone: '18765550132' },
  { phone: '18005550132' },
  { phone: '5352123456' },
  { phone: undefined, bsuid: 'US.1' },
  { phone: undefined, bsuid: 'CA.1' },
  { phone: '14165550133', bsuid: 'US.2' },
];

/** The export of a purpose: who is in it, and why others are not. */
async function exported(
  purposeId: 'offers' | 'order-updates',
  { countryRules, meanwhile }: { countryRules?: App['countryRules']; meanwhile?: App['countryRules'] } = {},
) {
  const { table } = testTable(await freshTable());
  const steps = exportSteps(table, bucket);
  const appId = 'acme';
  const app = { ...exportApp(appId), ...(countryRules !== undefined && { countryRules }) };
  await steps.deps.apps.create(app);
  await writeEligible(
    table,
    appId,
    purposeId,
    people.map((person, index) => eligiblePerson(index + 1, person) as EligibleRow),
  );
  const { exportId } = await steps.plan({ appId, purposeId, exportId: `exp_000000001${purposeId.replace('-', '')}` });
  await steps.deps.apps.replace(app, { ...app, countryRules: meanwhile, version: app.version + 1 } as App);
  const { excluded, files, rows } = await steps.finish(appId, exportId, await steps.writeShards(appId, exportId));
  const lines = gunzipSync(await bucket.bytes(files.jsonl.key))
    .toString()
    .split('\n')
    .filter(Boolean);
  const read = lines.map((line) => JSON.parse(line) as AudienceRow);
  expect(read).toHaveLength(rows);
  const manifest = JSON.parse((await bucket.bytes(files.manifest.key)).toString());
  return { in: read.map(({ phone, bsuid }) => phone ?? bsuid).sort(), excluded, manifest };
}

const served = ['14165550132', '14165550133', '18765550132', '525512345678', 'CA.1'];
const everybody = people.map(({ phone, bsuid }) => phone ?? bsuid).sort();
const says = (country: string, denies: 'nothing' | 'marketing' | 'everything') => {
  return { country, denies, note: 'Ana', since: Date.UTC(2026, 10, 1) };
};

describe('an export', () => {
  test('of marketing leaves out the United States and Cuba, and counts them by the reason', async () => {
    const { in: rows, excluded, manifest } = await exported('offers');
    expect(rows).toEqual(served);
    expect(excluded).toEqual({ 'country-not-served': 4 });
    expect(manifest.counts.excluded).toEqual({ 'country-not-served': 4 });
    expect(manifest.rule).not.toHaveProperty('countryRules');
  });

  test('of utility leaves out Cuba', async () => {
    const { in: rows, excluded } = await exported('order-updates');
    expect(rows).toEqual(everybody.filter((each) => each !== '5352123456'));
    expect(excluded).toEqual({ 'country-not-served': 1 });
  });

  test('holds whom the app lets through, by the settings of when it was planned, and says so', async () => {
    const countryRules = [says('US', 'nothing'), says('JM', 'marketing')];
    const { in: rows, excluded, manifest } = await exported('offers', { countryRules });
    expect(rows).toEqual(everybody.filter((each) => each !== '5352123456' && each !== '18765550132'));
    expect(excluded).toEqual({ 'country-not-served': 2 });
    expect(manifest.rule.countryRules).toEqual(countryRules);
  });

  test('does not hear what the app says of a country while it runs', async () => {
    expect((await exported('offers', { meanwhile: [says('US', 'nothing')] })).in).toEqual(served);
  });
});
