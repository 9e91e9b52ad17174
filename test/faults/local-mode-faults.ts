import type { PlantedFault } from './planted-fault.ts';

const functions = ['test/dev/functions/functions'];

const pool = 'dev/functions/functions.ts';
const thread = 'dev/functions/function-thread.ts';
const worker = 'dev/functions/function-worker.ts';
const stream = 'dev/stream/stream-pump.ts';
const log = 'dev/machine/bounded-log.ts';

export const localModeFaults: readonly PlantedFault[] = [
  {
    name: 'functions that share a thread share an environment',
    file: worker,
    find: 'process.env = ownEnvironment(() => runs.getStore()?.environment);',
    replace: 'process.env = ownEnvironment(() => [...served.values()].at(-1)?.environment);',
    tests: functions,
  },
  {
    name: 'a function that takes too long leaves no word',
    file: thread,
    find: 'Task timed out after',
    replace: '',
    tests: functions,
  },
  {
    name: 'a function that does not answer takes the others with it',
    file: thread,
    find: '!isOpen && isLast',
    replace: '!isOpen',
    tests: functions,
  },
  {
    name: 'a function that did not answer is asked again in the state in which it hangs',
    file: thread,
    find: '    isOpen = false;\n    settle(id',
    replace: '    settle(id',
    tests: functions,
  },
  {
    name: 'a function that ends itself ends its thread',
    file: worker,
    find: 'if (run === undefined) return exit(code);',
    replace: 'if (run !== undefined) return exit(code);',
    tests: functions,
  },
  {
    name: 'long work stands in the thread of those who answer',
    file: pool,
    find: "timeoutSeconds > longWork ? 'long' : 'fed'",
    replace: "timeoutSeconds > longWork ? 'fed' : 'fed'",
    tests: functions,
  },
  {
    name: 'who is fed stands in the thread of those who answer',
    file: pool,
    find: "if (answers) return 'answers';",
    replace: "if (answers || timeoutSeconds <= longWork) return 'answers';",
    tests: functions,
  },
  {
    name: 'a thread takes as many events as come',
    file: pool,
    find: 'export const atOnce = 32;',
    replace: 'export const atOnce = 3200;',
    tests: functions,
  },
  {
    name: 'nothing is gathered for the window of a queue',
    file: 'dev/queues/queue-pump.ts',
    find: 'if (windowMs > 0) await',
    replace: 'if (windowMs < 0) await',
    tests: ['test/dev/queues/queue-pump'],
  },
  {
    name: 'nobody is told of what a function writes to the table',
    file: worker,
    find: '(?:Put|Update|Delete|TransactWrite|BatchWrite)',
    replace: '(?:BatchWrite)',
    tests: functions,
  },
  {
    name: 'the stream is described at every read',
    file: stream,
    find: 'shards ??= await describedShards();',
    replace: 'shards = await describedShards();',
    tests: ['test/dev/stream/stream-pump'],
  },
  {
    name: 'what failed is read past',
    file: stream,
    find: '    iterators.delete(place);\n    const readUpTo',
    replace: '    if (next !== undefined) iterators.set(place, next);\n    const readUpTo',
    tests: ['test/dev/stream/stream-pump'],
  },
  {
    name: 'records that somebody has still to read are taken out of the stream',
    file: 'dev/storage/stream-records.ts',
    find: 'CAST(sequence_number AS INTEGER) < CAST(:dealtWith AS INTEGER)',
    replace: 'CAST(:dealtWith AS INTEGER) >= 0',
    tests: ['test/dev/storage/stream-records'],
  },
  {
    name: 'a run that hangs keeps a queue without order waiting',
    file: 'dev/queues/queue-pump.ts',
    find: 'if (!queue.inOrder) call(queue.id);',
    replace: '',
    tests: ['test/dev/queues/queue-pump'],
  },
  {
    name: 'verdicts are kept without end',
    file: 'dev/http/kept-verdicts.ts',
    find: 'kept.size > most',
    replace: 'kept.size < 0',
    tests: ['test/dev/http/kept-verdicts'],
  },
  {
    name: 'the log of local mode grows for ever',
    file: log,
    find: 'size >= maxBytes',
    replace: 'size < 0',
    tests: ['test/dev/machine/bounded-log'],
  },
];
