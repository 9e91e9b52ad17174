import { expect, test } from 'vitest';
import { subjectStore } from '../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { httpEndpoint } from '../../lambdas/edge/http/http-endpoint.ts';
import { noteConsumed, patience } from '../../lambdas/edge/runtime/consumed.ts';
import type { StatementCommand } from '../../lambdas/use-cases/ledger/ports.ts';
import { subjectLedger } from '../../lambdas/use-cases/ledger/subject-ledger.ts';
import { httpEvent, requestId } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { freshTable } from '../support/table/table.ts';

/*
 * Simulation 17 of the review: work that goes on when its run was answered. Lambda freezes it, and wakes it with the next run of the same
 * environment, minutes or hours later. What it then writes would lie in the past of everybody who asks what has changed.
 */

const anna = { phone: '525512345678' };
const stop: StatementCommand = {
  ...{ person: anna, action: 'revoked', purposes: 'all', level: 3, saidAt: noon - 1000, source: 'whatsapp-message' },
  ...{ evidence: { text: 'STOP' }, eventId: 'wamid.1', provider: true },
};

async function world(newId: () => string) {
  const { endpoint, tableName } = await freshTable();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint, region: 'eu-west-1', credentials };
  const clock = { now: noon };
  const table = documentTable(tableName, noteConsumed, config, patience);
  const written: string[] = [];
  // Holds each read until it is let go.
  const gate: { hold: Promise<void>; reached: () => void } = { hold: Promise.resolve(), reached: () => undefined };
  table.documents.middlewareStack.add(
    (next, context) => async (args) => {
      const name = String(context.commandName);
      if (name.startsWith('Query')) {
        gate.reached();
        await gate.hold;
      } else if (!/^(Get|BatchGet)/.test(name)) written.push(name);
      return next(args);
    },
    // Before what looks at the time, as the code between two requests is.
    { step: 'initialize', name: 'gate', priority: 'high' },
  );
  const ledger = subjectLedger(subjectStore(table, { identifierKey, now: () => clock.now, newId }));
  return { clock, ledger, written, gate };
}

let id = 0;
const newId = () => `id-${++id}`;

test('nothing is written after the answer, whenever the work goes on', async () => {
  const { ledger, written, gate } = await world(newId);
  const held = Promise.withResolvers<void>();
  gate.hold = held.promise;
  let work: Promise<unknown> = Promise.resolve();
  const handler = httpEndpoint({
    'GET /v1/apps': () => {
      work = ledger.recordStatement(acme, stop).catch((failure: unknown) => failure);
      return work.then(() => ({ status: 200 }));
    },
  });
  // Its time is nearly over: it is answered while the read is held.
  const answer = await handler(httpEvent('GET', '/v1/apps'), lambdaContext(requestId, 251));
  expect(answer.statusCode).toBe(503);
  held.resolve();
  expect(await work).toMatchObject({ code: 'try-again' });
  expect(written).toEqual([]);
});

test('a run that was answered early has no more patience, though its time is not over', async () => {
  const { ledger, written, gate } = await world(newId);
  const held = Promise.withResolvers<void>();
  gate.hold = held.promise;
  let work: Promise<unknown> = Promise.resolve();
  const handler = httpEndpoint({
    'GET /v1/apps': () => {
      // Somebody forgot to wait for it.
      work = ledger.recordStatement(acme, stop).catch((failure: unknown) => failure);
      return { status: 200 };
    },
  });
  expect((await handler(httpEvent('GET', '/v1/apps'), lambdaContext(requestId, 15_000))).statusCode).toBe(200);
  held.resolve();
  expect(await work).toMatchObject({ code: 'try-again' });
  expect(written).toEqual([]);
});

test('an act that was decided too long ago is decided again, with the time of now', async () => {
  const { clock, ledger, written, gate } = await world(newId);
  let reads = 0;
  gate.reached = () => {
    reads += 1;
    // An hour goes by between the first decision and its write.
    if (reads === 1) clock.now += 60 * 60 * 1000;
  };
  const { recordedAt } = await ledger.recordStatement(acme, stop);
  expect(recordedAt).toBe(noon + 60 * 60 * 1000);
  expect(written).toHaveLength(1);
});

test('and up to ten seconds it is written as it is', async () => {
  const { clock, ledger, gate } = await world(newId);
  let reads = 0;
  gate.reached = () => {
    reads += 1;
    if (reads === 1) clock.now += 10_000;
  };
  expect((await ledger.recordStatement(acme, stop)).recordedAt).toBe(noon);
});
