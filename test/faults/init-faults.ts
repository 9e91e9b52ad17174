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
    name: 'a secret that does not come in time is an error without words',
    file: 'lambdas/adapters/aws/secrets.ts',
    find: 'throw isRefused(error) ? unread : new NotReadyError(unread);',
    replace: 'throw unread;',
    tests: started,
  },
  {
    name: 'a secret that is missing is said to come later',
    file: 'lambdas/adapters/aws/secrets.ts',
    find: 'throw isRefused(error) ? unread : new NotReadyError(unread);',
    replace: 'throw new NotReadyError(unread);',
    tests: started,
  },
  {
    name: 'a secret is asked for by a connection that was left lying',
    file: 'lambdas/adapters/aws/secrets.ts',
    find: 'if (open === shared) open = undefined;',
    replace: 'if (open === shared && shared.readers === 1) open = undefined;',
    tests: ['test/adapters/aws/secrets'],
  },
  {
    name: 'that a function did not get ready for an event is in no log',
    file: 'lambdas/edge/runtime/cold-start.ts',
    find: "logger.failure('not ready for the event', error);",
    replace: '',
    tests: started,
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
    file: 'lambdas/handlers/deps/hearing/ready-to-hear.ts',
    find: 'isInInit() && hearNothing()',
    replace: 'hearNothing()',
    tests: ['test/handlers/ready-to-hear'],
  },
  {
    name: 'the first event loads calendars that only INIT should',
    file: 'lambdas/handlers/deps/stage/ready-to-date.ts',
    find: '  if (!isInInit()) return false;\n',
    replace: '',
    tests: ['test/handlers/ready-to-date'],
  },
];
