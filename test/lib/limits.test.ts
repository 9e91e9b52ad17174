import { expect, test } from 'vitest';
import * as errors from '../../lambdas/domain/errors.ts';
import { table } from '../../lambdas/edge/http/error-response.ts';
import { spell, synthesise } from './synthesised-stack.ts';

test('a stage for real people cannot be destroyed by one command, and dev can', () => {
  expect(synthesise({ stage: 'prod' }).stack.terminationProtection).toBe(true);
  expect(synthesise({ stage: 'dev' }).stack.terminationProtection).toBe(false);
});

test('an export never waits for itself: its shards side by side fit into what is kept for them', () => {
  const stack = synthesise({ accountConcurrency: '1000' });
  const machine = stack.only('AWS::StepFunctions::StateMachine', 'Exports').properties.DefinitionString;
  const { States } = JSON.parse(spell(machine)) as { States: Record<string, { MaxConcurrency?: number }> };
  const kept = Number(stack.functionNamed('export-shard').properties.ReservedConcurrentExecutions);
  expect(Number(States.EveryShard?.MaxConcurrency)).toBeLessThanOrEqual(kept);
});

test('nothing that a caller can cause is answered 5xx, but that the store is busy or Meta refuses', () => {
  const serverSide = table
    .filter(([, status]) => status >= 500)
    .map(([errorClass, status]) => [errorClass.name, status]);
  expect(serverSide).toEqual([
    ['MetaRefusedError', 502],
    ['TryAgainError', 503],
  ]);
  const known = Object.values(errors).filter(
    (each) => typeof each === 'function' && each.prototype instanceof errors.DomainError,
  );
  const isTold = (each: (typeof known)[number]) =>
    table.some(([told]) => each === told || each.prototype instanceof told);
  expect(known.filter((each) => !isTold(each)).map(({ name }) => name)).toEqual([]);
});
