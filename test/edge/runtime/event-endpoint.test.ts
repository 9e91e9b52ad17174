import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metricNamespace, metrics } from '../../../lambdas/contract/metrics.ts';
import { noteConsumed } from '../../../lambdas/edge/runtime/consumed.ts';
import { countMetric, timeMetric } from '../../../lambdas/edge/runtime/count-metric.ts';
import { eventEndpoint } from '../../../lambdas/edge/runtime/event-endpoint.ts';
import { lambdaContext } from '../../support/api/lambda-context.ts';
import { keepWritten } from '../../support/table/keep-written.ts';

const context = lambdaContext('8f507cfc-xmpl-4697-b07a-ac58fc914c95');
let written = '';

beforeEach(() => {
  written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
});
afterEach(() => vi.restoreAllMocks());

describe('eventEndpoint', () => {
  it('logs one line with what the event consumed', async () => {
    const handler = eventEndpoint(async (event: { n: number }) => {
      noteConsumed({ readUnits: 1, writeUnits: 2 });
      return event.n + 1;
    });
    expect(await handler({ n: 1 }, context)).toBe(2);
    expect(JSON.parse(written)).toMatchObject({
      message: 'event handled',
      requestId: context.awsRequestId,
      requests: 1,
      readUnits: 1,
      writeUnits: 2,
    });
  });

  it('lets a failure through, so that it is retried, and logs it without its words', async () => {
    const handler = eventEndpoint(async () => {
      throw new RangeError('cannot store +525512345678');
    });
    await expect(handler({}, context)).rejects.toThrow(RangeError);
    expect(JSON.parse(written)).toMatchObject({ level: 'ERROR', message: 'event failed', error: 'RangeError' });
    expect(written).not.toContain('525512345678');
  });
});

describe('countMetric', () => {
  it('writes the embedded metric format, with the stack as the one dimension', () => {
    countMetric(metrics.unreadableKept, 3, 1_795_600_800_000);
    expect(JSON.parse(written)).toEqual({
      level: 'INFO',
      timestamp: '2026-11-25T10:00:00.000Z',
      _aws: {
        Timestamp: 1_795_600_800_000,
        CloudWatchMetrics: [
          { Namespace: metricNamespace, Dimensions: [['Stack']], Metrics: [{ Name: 'UnreadableKept', Unit: 'Count' }] },
        ],
      },
      Stack: 'local',
      UnreadableKept: 3,
    });
  });
});

describe('timeMetric', () => {
  it('writes each duration as a value of its own, a hundred a line', () => {
    timeMetric(
      metrics.heardAfter,
      Array.from({ length: 101 }, (_, n) => n),
      0,
    );
    const [first = '', second = ''] = written.trim().split('\n');
    expect(JSON.parse(first)._aws.CloudWatchMetrics[0].Metrics).toEqual([{ Name: 'HeardAfter', Unit: 'Milliseconds' }]);
    expect([JSON.parse(first).HeardAfter.length, JSON.parse(second).HeardAfter]).toEqual([100, [100]]);
  });

  it('writes nothing where there is nothing', () => {
    timeMetric(metrics.heardAfter, [], 0);
    expect(written).toBe('');
  });
});
