import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ago, type Shop } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { expectStatus, type Probe } from './probe.ts';
import type { Stage } from './stage.ts';

/** One tick through the state machine. The three steps are judged by its end. */
export async function exportStepsProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const client = new SFNClient();
  const ana = shop.person('Ana');
  await shop.optIn({ phone: ana.phone });
  await shop.hear(textMessage(ana.waId, `wamid.${randomUUID()}`, ago(2), 'hola'));
  const order = { purpose: 'offers', name: 'grants', expression: 'rate(1 day)' };
  const { scheduleId } = (await shop.post('export-schedules', order)).body;
  const stateMachineArn = await stage.physicalId('AWS::StepFunctions::StateMachine', 'Exports');
  let tick = Date.UTC(2026, 0, 1);
  return async () => {
    tick += 60_000;
    const scheduledTime = new Date(tick).toISOString();
    const input = JSON.stringify({ appId: shop.appId, purposeId: 'offers', scheduleId, scheduledTime });
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input }));
    for (let tries = 0; tries < 200; tries += 1) {
      const { status, error } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'SUCCEEDED') return;
      if (status !== 'RUNNING') throw new Error(`The export ${status}: ${error}.`);
      await wait(100);
    }
    throw new Error('The export did not end.');
  };
}

/** The exports API: an export asked for, one opened through its link, a schedule from its making to its end. */
export async function exportsApiProbe(shop: Shop, target: JourneyTarget): Promise<Probe> {
  await shop.optIn({ phone: shop.person('Ana').phone });
  const { exportId } = (await shop.post('exports', { purpose: 'offers' })).body;
  const finished = async () => (await shop.get(`exports/${exportId}`)).body;
  for (let tries = 0; (await finished()).status !== 'completed'; tries += 1) {
    if (tries === 100) throw new Error('The first export did not end.');
    await wait(100);
  }
  return async () => {
    expectStatus(await shop.post('exports', { purpose: 'offers' }), 202);
    expectStatus(await shop.get('exports'), 200);
    const { links } = (await finished()) as { links?: { csv?: string } };
    expectStatus(await target.fetchFile(links?.csv ?? ''), 200);
    const made = await shop.post('export-schedules', { purpose: 'offers', name: 'x', expression: 'rate(1 day)' });
    expectStatus(made, 201);
    const path = `/v1/apps/${shop.appId}/export-schedules/${made.body.scheduleId}`;
    expectStatus(await target.call('PATCH', path, { paused: true }), 200);
    expectStatus(await target.call('GET', path), 200);
    expectStatus(await target.call('DELETE', path), 204);
  };
}
