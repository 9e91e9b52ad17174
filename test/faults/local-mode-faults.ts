import type { PlantedFault } from './planted-fault.ts';

const functions = ['test/dev/functions/functions'];

const pool = 'dev/functions/functions.ts';
const thread = 'dev/functions/function-thread.ts';
const worker = 'dev/functions/function-worker.ts';
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
    name: 'a function that does not answer takes the others with it',
    file: thread,
    find: '!isOpen && waiting.size === 0',
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
    find: "timeoutSeconds > longWork ? 'long' : 'short'",
    replace: "timeoutSeconds > longWork ? 'short' : 'short'",
    tests: functions,
  },
  {
    name: 'the log of local mode grows for ever',
    file: log,
    find: 'size >= maxBytes',
    replace: 'size < 0',
    tests: ['test/dev/machine/bounded-log'],
  },
];
