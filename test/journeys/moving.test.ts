import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { moveCommand } from '../../cli/move/move-command.ts';
import { shopOf } from '../support/journeys/shop.ts';
import { eventually, type JourneyAnswer, journeyTarget } from '../support/journeys/target.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const target = journeyTarget();
const shop = shopOf('moving', {}, target);
const app = `/v1/apps/${shop.appId}`;

/** Runs `npx optledger move …` and gives the folder of what it wrote. */
async function moved(...args: readonly string[]): Promise<string> {
  const folder = join(temporaryFolder(), 'moved');
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await moveCommand([...args, '--out', folder]);
  log.mockRestore();
  return folder;
}

/** What docs/moving.md says: the file, the dry run with its mapping, and apply. Gives the import as it is at the end. */
async function imported(kind: 'opt-ins' | 'opt-outs', folder: string, name: string): Promise<JourneyAnswer['body']> {
  const csv = readFileSync(join(folder, `${name}.csv`));
  const mapping = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object;
  const made = await target.call('POST', `${app}/imports`, { kind, fileName: `${name}.csv`, size: csv.length });
  expect(made.status).toBe(201);
  const path = `${app}/imports/${made.body.importId}`;
  const upload = made.body.upload as { readonly url: string; readonly headers: Record<string, string> };
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: csv });
  expect(put.status).toBe(200);
  expect(await target.call('POST', `${path}/dry-run`, mapping)).toMatchObject({ status: 202 });
  await inState(path, 'previewed');
  const attestation = { operator: 'Ana Ruiz', documentRef: 'Moving, 2026-11', dryRun: 1, confirms: true };
  expect(await target.call('POST', `${path}/apply`, attestation)).toMatchObject({ status: 202 });
  return inState(path, 'applied');
}

const inState = (path: string, state: string): Promise<JourneyAnswer['body']> =>
  eventually(async () => {
    const { body } = await target.call('GET', path);
    expect(body).toMatchObject({ state });
    return body;
  });

const decision = async (phone: string): Promise<unknown> =>
  (await target.call('POST', `${app}/eligibility`, { user: { phone }, purpose: 'offers' })).body.decision;

// One app takes it all in.
describe('moving in', { concurrent: false }, () => {
  const evidence = ['--purpose', 'offers', '--document-ref', 'Sign-up form of 2024, archive 7'];

  it("brings Gupshup's yeses with their time, and its noes", async () => {
    expect(await target.call('POST', '/v1/apps', shop.settings)).toMatchObject({ status: 201 });
    const folder = await moved('gupshup', 'docs/moving/gupshup-users.json', '--phone-code', 'whole', ...evidence);
    expect(await imported('opt-ins', folder, 'yeses')).toMatchObject({ counts: { new: 2 } });
    expect(await imported('opt-outs', folder, 'noes')).toMatchObject({ counts: { new: 1 } });
    expect(await Promise.all(['+447700900101', '+447700900102', '+447700900103'].map(decision))).toEqual([
      'allow',
      'allow',
      'deny',
    ]);
  });

  it('brings the noes of Twilio, and no yes to SMS', async () => {
    const folder = await moved('twilio', 'docs/moving/twilio-consents.json', ...evidence);
    expect(await imported('opt-outs', folder, 'noes')).toMatchObject({ counts: { new: 2 } });
    expect(await decision('+12025550112')).toBe('deny');
  });

  it('brings what was said to Klaviyo about WhatsApp', async () => {
    const folder = await moved('klaviyo', 'docs/moving/klaviyo-profiles.json', ...evidence);
    expect(await imported('opt-ins', folder, 'yeses')).toMatchObject({ counts: { new: 1 } });
    expect(await imported('opt-outs', folder, 'noes')).toMatchObject({ counts: { new: 1 } });
    expect(await Promise.all(['+61491570006', '+61491570157'].map(decision))).toEqual(['allow', 'deny']);
  });

  it('brings a spreadsheet with national numbers and days as people write them', async () => {
    const columns = [
      '--phone',
      'Telefon',
      '--status',
      'WhatsApp',
      '--yes',
      'ja',
      '--no',
      'nein',
      '--document',
      'Beleg',
    ];
    const dates = ['--date', 'Am', '--date-format', 'DD.MM.YYYY', '--time-zone', 'Europe/London', '--country', 'GB'];
    const folder = await moved('spreadsheet', 'docs/moving/customers.csv', ...columns, ...dates, ...evidence);
    expect(await imported('opt-ins', folder, 'yeses')).toMatchObject({ counts: { new: 1 } });
    expect(await imported('opt-outs', folder, 'noes')).toMatchObject({ counts: { new: 2 } });
    expect(await Promise.all(['+447700900121', '+447700900122'].map(decision))).toEqual(['allow', 'deny']);
  });
});
