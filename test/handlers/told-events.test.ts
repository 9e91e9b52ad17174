import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { exportEvents } from '../../lambdas/adapters/dynamodb/events/export-events.ts';
import { inboundEvents } from '../../lambdas/adapters/dynamodb/events/inbound-events.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { InboundAct } from '../../lambdas/domain/inbound/inbound-act.ts';
import { unknownTemplate } from '../../lambdas/domain/templates/template.ts';
import { hearInbound } from '../../lambdas/use-cases/inbound/hear-inbound.ts';
import { type EventBench, eventBench } from '../support/events/event-bench.ts';
import { acme, identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { testPoint } from '../support/pages/collection.ts';
import { refuseWrites } from '../support/table/refused-writes.ts';
import { rowsWhere } from '../support/table/rows.ts';

let bench: EventBench;
beforeEach(async () => {
  bench = await eventBench();
});

const hour = 3_600_000;
const phone = '14165550132';
const telling: App = { ...acme, events: { messages: true } };
const message = (messageId: string, text: string, more: Partial<InboundAct> = {}): InboundAct => ({
  event: 'message',
  channel: 'whatsapp',
  receivedBy: acme.whatsapp?.phoneNumberId ?? '',
  person: { phone },
  received: { waId: phone },
  at: bench.now(),
  part: {},
  messageId,
  text,
  forwarded: false,
  opensWindow: true,
  ...more,
});
const hear = (app: App, ...acts: readonly InboundAct[]) => {
  bench.app = app;
  return hearInbound(
    {
      apps: { ofWhatsappNumber: async () => ({ app, portfolio: 0, isFormer: false }) },
      ledger: bench.ledger,
      aside: { keep: async () => undefined },
      choices: { recall: async () => undefined, claim: async () => false },
      points: pointStore(bench.table),
      prompts: { recall: async () => undefined },
      events: inboundEvents(bench.table, identifierKey, bench.now),
    },
    acts,
  );
};
const told = (type: string) => bench.onBus.filter((each) => each.type === type);

describe('a message', () => {
  test('is an event where the app wants it, of whoever wrote it, and its words lie in the table only until then', async () => {
    expect((await hear(telling, message('wamid.1', 'Is the red one still there?'))).failures).toEqual([]);
    expect(JSON.stringify(await rowsWhere(bench.table, /#V#~/))).toContain('red one');
    await bench.publishAll();
    const [event] = told('message.received');
    expect(event).toMatchObject({
      data: { messageId: 'wamid.1', text: 'Is the red one still there?', channel: 'whatsapp' },
    });
    expect(event?.userId).toMatch(/^usr_/);
    expect(event?.data).not.toHaveProperty('user');
    expect(JSON.stringify(await rowsWhere(bench.table, /#V#~/))).not.toContain('red one');
  });

  test('is told once, however often its provider delivers it', async () => {
    await hear(telling, message('wamid.1', 'Hola'));
    await bench.publishAll();
    await hear(telling, message('wamid.1', 'Hola'));
    await bench.publishAll();
    expect(told('message.received')).toHaveLength(1);
  });

  test('names the person where the app wants that, too', async () => {
    await hear({ ...telling, events: { messages: true, identifiers: true } }, message('wamid.1', 'Hola'));
    await bench.publishAll();
    expect(told('message.received')[0]?.data).toMatchObject({ user: { phone: `+${phone}`, waId: phone } });
  });

  test('is told by no other app, and never out of history', async () => {
    await hear(acme, message('wamid.1', 'Hola'));
    await hear(telling, message('wamid.2', 'Hola', { via: 'history', opensWindow: false }));
    await bench.publishAll();
    expect(told('message.received')).toEqual([]);
  });

  test('whose event cannot be left is a STOP all the same', async () => {
    refuseWrites(bench.table, (input) => input.includes('message.received'));
    await hear(telling, message('wamid.1', 'STOP'));
    await bench.publishAll();
    expect(told('user.opted_out')).toHaveLength(1);
  });

  test('of forty thousand letters is cut, and says how long it was', async () => {
    await hear(telling, message('wamid.1', 'ñ'.repeat(40_000)));
    await bench.publishAll();
    expect(told('message.received')[0]?.data).toMatchObject({ text: 'ñ'.repeat(16_384), textCutFrom: 80_000 });
  });
});

describe('a window', () => {
  test('that opens is told once, and again when it had been closed; a message in between tells nothing', async () => {
    await hear(acme, message('wamid.1', 'Hola'));
    bench.setNow(noon + hour);
    await hear(acme, message('wamid.2', 'Hola?'));
    await bench.publishAll();
    bench.setNow(noon + 26 * hour);
    await hear(acme, message('wamid.3', 'Hola?'));
    await bench.publishAll();
    await bench.relayAll('again');
    await bench.publish('events');
    expect(told('window.opened').map(({ data }) => data)).toEqual([
      { openedAt: '2026-11-20T12:00:00.000Z', closesAt: '2026-11-21T12:00:00.000Z' },
      { openedAt: '2026-11-21T14:00:00.000Z', closesAt: '2026-11-22T14:00:00.000Z' },
    ]);
    expect(told('window.opened')[0]?.userId).toMatch(/^usr_/);
  });

  test('that is over when it becomes known is not told', async () => {
    await bench.hear({ phone }, noon - 25 * hour);
    await bench.publishAll();
    expect(told('window.opened')).toEqual([]);
  });
});

describe('what an app has', () => {
  test('a point that is paused is told with the write that pauses it, and not once more', async () => {
    const points = pointStore(bench.table);
    const point = testPoint(1);
    await points.create(point);
    const paused = { ...point, status: 'paused', version: point.version + 1, updatedAt: noon } as const;
    await points.replace(point, paused);
    await points.replace(paused, { ...paused, name: 'Other', version: paused.version + 1 });
    await bench.publishAll();
    expect(told('point.paused').map(({ data, userId }) => [data, userId])).toEqual([
      [{ pointId: point.pointId, name: point.name }, undefined],
    ]);
  });

  test('an export that is there, however often its last step is repeated', async () => {
    const events = exportEvents(bench.table);
    for (let tries = 0; tries < 2; tries += 1) await events.completed('acme', 'exp_1', { rows: 12, closedAt: noon });
    await bench.publishAll();
    expect(told('export.completed').map(({ data }) => data)).toEqual([
      { exportId: 'exp_1', rows: 12, closedAt: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  test('what Meta says of a template is told to every app of its account, once', async () => {
    await appStore(bench.table, bench.now).create(acme);
    const name = { wabaId: acme.whatsapp?.wabaId ?? '', name: 'spring', language: 'es_MX' };
    const template = { ...unknownTemplate(name), status: { is: 'paused', since: noon, at: noon } as const };
    const events = inboundEvents(bench.table, identifierKey, bench.now);
    for (let tries = 0; tries < 2; tries += 1) await events.template(template, { eventId: 'e1', heardAt: noon });
    await events.template({ ...template, wabaId: '1' }, { eventId: 'e2', heardAt: noon });
    await bench.publishAll();
    expect(told('template.changed').map(({ appId, data }) => [appId, data])).toEqual([
      ['acme', { ...name, status: 'paused' }],
    ]);
  });
});
