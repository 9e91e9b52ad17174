import { randomUUID } from 'node:crypto';
import { chargedAttribute, chargesAttribute, eventAttribute, replyAttribute } from '../../lambdas/contract/table.ts';
import type { Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, type Image, streamRecord } from './table-stream.ts';

/**
 * Hands entries to the relay, as the table's stream would: one that each consumer is told of (nobody acts on it: its app is none), and
 * one that no queue takes, which is set aside.
 */
export async function relayProbe(stage: Stage): Promise<Probe> {
  const functionName = await stage.functionName('relay');
  const entry = (more: Image): Image => ({
    pk: { S: `no-such-app#L#${randomUUID().slice(0, 8)}` },
    sk: { S: randomUUID() },
    at: { N: String(Date.now()) },
    src: { S: 'whatsapp-message' },
    ...more,
  });
  const charges = { [chargesAttribute]: { L: [] }, [chargedAttribute]: { BOOL: true } };
  return async () => {
    await handOn(functionName, streamRecord(entry({ [replyAttribute]: { S: 'stop-confirmed' } })));
    await handOn(functionName, streamRecord(entry(charges)));
    const event = { n: { N: '1' }, rec: { N: '1' }, h: { S: 'x' } };
    for (const type of ['user.opted_in', 'user.opted_out'])
      await handOn(functionName, streamRecord(entry({ ...event, [eventAttribute]: { S: type } })));
    const tooLong = { L: Array.from({ length: 22 }, () => ({ S: 'x'.repeat(50_000) })) };
    await handOn(functionName, streamRecord(entry({ ...charges, [chargesAttribute]: tooLong })));
  };
}
