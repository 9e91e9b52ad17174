import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localJourney } from '../support/journeys/settings.ts';
import { ago, openShop, type Shop, shopOf } from '../support/journeys/shop.ts';
import { eventually, type JourneyTarget, journeyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { localModeForTests } from '../support/local-mode.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('stopping local mode and starting it on the same folder', () => {
  it('finds everything still there: people, stops, exports, schedules, keys and what was sent', async () => {
    const folder = temporaryFolder();
    const run = randomBytes(4).toString('hex');
    const before = await started(folder, run);
    const shop = await openShop('restart', {}, before.target);
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    for (const { phone } of [ana, eva]) await shop.optIn({ phone });
    await shop.hear(textMessage(ana.waId, 'wamid.ALTO', ago(3), 'ALTO'));
    await shop.post('export-schedules', { purpose: 'offers', name: 'every night', expression: 'cron(0 2 * * ? *)' });
    const { exportId } = (await shop.post('exports', { purpose: 'offers' })).body;
    const everything = async (of: Shop) => {
      const { userId } = await of.decide({ phone: ana.phone });
      const { links, ...exported } = (await of.get(`exports/${exportId}`)).body;
      expect(exported).toMatchObject({ status: 'completed', counts: { rows: 1 } });
      const { data: users } = (await of.get('users')).body;
      expect(users).toHaveLength(2);
      const sent = await of.target.sentFrom(of.phoneNumberId);
      expect(sent).toHaveLength(1);
      return {
        users,
        sent,
        exported,
        file: (await of.target.fetchFile((links as { csv: string }).csv)).bytes,
        statements: (await of.get(`users/${userId}/statements`)).body,
        schedules: (await of.get('export-schedules')).body,
      };
    };
    const seen = await eventually(() => everything(shop));
    await before.stop();

    const after = await started(folder, run);
    const same = shopOf('restart', {}, after.target);
    expect(after.apiKey).toBe(before.apiKey);
    expect(await everything(same)).toEqual(seen);
    // And life goes on: START still finds what the stop took.
    expect(await same.hear(textMessage(ana.waId, 'wamid.START', ago(2), 'START'))).toBe(200);
    expect(await same.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    await eventually(async () => expect(await after.target.sentFrom(same.phoneNumberId)).toHaveLength(2));
  });
});

async function started(
  folder: string,
  run: string,
): Promise<{ target: JourneyTarget; apiKey: string; stop(): Promise<void> }> {
  const localMode = await localModeForTests(folder);
  onTestFinished(localMode.stop);
  return { target: journeyTarget(localJourney(run, localMode)), apiKey: localMode.apiKey, stop: localMode.stop };
}
