import { setTimeout as wait } from 'node:timers/promises';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { openShop } from '../support/journeys/shop.ts';
import { rowsOf } from '../support/journeys/target.ts';
import type { Stage } from './stage.ts';

/** Makes a schedule by API that the Scheduler fires every minute. Gives the wait for its first tick, to be called later. */
export async function tickingSchedule(stage: Stage): Promise<() => Promise<string>> {
  const target = await stage.target(`ticking-${stage.name}`);
  const shop = await openShop('ticking', {}, target);
  await shop.optIn({ phone: shop.person('Ana').phone });
  const order = { purpose: 'offers', name: 'every minute', expression: 'rate(1 minute)' };
  const scheduleId = String((await shop.post('export-schedules', order)).body.scheduleId);
  const stateMachineArn = await stage.physicalId('AWS::StepFunctions::StateMachine', 'Exports');

  return async () => {
    const startDate = await untilFound('The Scheduler has not started an export', () =>
      startedBy(stateMachineArn, scheduleId),
    );
    // The emulator leaves <aws.scheduler.scheduled-time> as it stands (docs/emulated-aws.md): the tick is delivered again with a time.
    await target.fireSchedule(scheduleId, startDate);
    const { exportId } = await untilFound('The export of the tick was not completed', async () =>
      rowsOf(await shop.get('exports')).find((each) => each.scheduleId === scheduleId && each.status === 'completed'),
    );
    await target.call('DELETE', `/v1/apps/${shop.appId}/export-schedules/${scheduleId}`);
    const { links } = (await shop.get(`exports/${exportId}`)).body as { links: { manifest: string } };
    const { status, bytes } = await target.fetchFile(links.manifest);
    if (status !== 200) throw new Error(`The manifest answers ${status}.`);
    return `the Scheduler started an execution by itself; its tick made an export, manifest of ${bytes.length} bytes in S3`;
  };
}

/** When the Scheduler has started an execution of this schedule. */
async function startedBy(stateMachineArn: string, scheduleId: string): Promise<Date | undefined> {
  const client = new SFNClient();
  const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
  for (const { executionArn, startDate } of executions) {
    const { input = '' } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (input.includes(scheduleId)) return startDate;
  }
  return undefined;
}

async function untilFound<T>(fault: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 120; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(1_000);
  }
  throw new Error(`${fault} within two minutes.`);
}
