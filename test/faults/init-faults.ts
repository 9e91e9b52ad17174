import type { PlantedFault } from './planted-fault.ts';

const init = 'lambdas/edge/runtime/init-phase.ts';
const start = ['test/edge/runtime/cold-start'];
const started = ['test/handlers/init-phase'];

/** What is made before the first event: sooner, and never otherwise than the event would have made it. */
export const initFaults: readonly PlantedFault[] = [
  {
    name: 'an INIT that fails breaks the function',
    file: init,
    find: "logger.failure('not ready before the first event', error);",
    replace: 'throw error;',
    tests: start,
  },
  {
    name: 'a secret that comes after INIT is served with',
    file: init,
    find: 'runMeasured(initRun, longestInit + toAnswerIn, make)',
    replace: 'runMeasured(initRun, longestInit + toAnswerIn, () => make().then((made) => (use(made), made)))',
    tests: start,
  },
  {
    name: 'a snapshot keeps the secrets of its day',
    file: init,
    find: "'provisioned-concurrency']",
    replace: "'provisioned-concurrency', 'snap-start']",
    tests: start,
  },
  {
    name: 'what could not be primed is kept',
    file: 'lambdas/edge/runtime/cold-start.ts',
    find: 'await prime?.(deps);',
    replace: 'await prime?.(deps).catch(() => undefined);',
    tests: start,
  },
  {
    name: 'the secrets of a webhook are read one after the other',
    file: 'lambdas/handlers/whatsapp-webhook.ts',
    find: 'Promise.all([identifierKey(table), readWebhookSecrets()])',
    replace: '[await identifierKey(table), await readWebhookSecrets()]',
    tests: started,
  },
  {
    name: 'the table is asked for its key after the secret came',
    file: 'lambdas/adapters/dynamodb/directory/key-check.ts',
    find: 'Promise.all([getItem(table, keyCheckKey), Promise',
    replace: 'Promise.all([(await key) && getItem(table, keyCheckKey), Promise',
    tests: started,
  },
  {
    name: 'the first event hears what only INIT should',
    file: 'lambdas/handlers/deps/ready-to-hear.ts',
    find: 'isInInit() && hearNothing()',
    replace: 'hearNothing()',
    tests: ['test/handlers/ready-to-hear'],
  },
];
