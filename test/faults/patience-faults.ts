import type { PlantedFault } from './planted-fault.ts';

const table = 'lambdas/adapters/dynamodb/table/document-table.ts';
const tests = ['test/adapters/dynamodb/table/patience'];

/** A table that does not answer: the call ends in time, and nothing is written after its answer. */
export const patienceFaults: readonly PlantedFault[] = [
  {
    name: 'what waits to be tried again is sent after the answer',
    file: table,
    find: '      mustHaveTime(patience);\n      return next(args);',
    replace: '      return next(args);',
    tests,
  },
  {
    name: 'a table that does not answer is waited for until Lambda ends the run',
    file: table,
    find: 'Promise.race([ask(), late])',
    replace: 'ask()',
    tests,
  },
  {
    name: 'a throttle counts as an answer',
    file: table,
    find: '|| throttles.has(error.name)',
    replace: '|| throttles.has(error.stack ?? "")',
    tests,
  },
  {
    name: 'a transaction that is throttled counts as an answer',
    file: table,
    find: 'throttledReasons.has(Code)',
    replace: 'throttledReasons.has(Code.toLowerCase())',
    tests,
  },
  {
    name: 'a run waits for the table until there is no time to answer',
    file: 'lambdas/edge/runtime/consumed.ts',
    find: 'now + timeLeft - toAnswerIn',
    replace: 'now + timeLeft',
    tests: ['test/edge/runtime/consumed'],
  },
  {
    name: 'the client of the table signs nothing again with the clock of the service',
    file: 'lambdas/adapters/dynamodb/table/lean-client.ts',
    find: "'loggerMiddleware', 'getUserAgentMiddleware'",
    replace: "'loggerMiddleware', 'retryMiddleware', 'getUserAgentMiddleware'",
    tests: ['test/adapters/dynamodb/table/lean-client'],
  },
  {
    name: 'a signing key is taken with what lies beside it in memory',
    file: 'lambdas/adapters/dynamodb/table/signing-hash.ts',
    find: 'new Uint8Array(data.buffer, data.byteOffset, data.byteLength)',
    replace: 'new Uint8Array(data.buffer)',
    tests: ['test/adapters/dynamodb/table/signing-hash'],
  },
];
