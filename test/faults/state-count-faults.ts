import type { PlantedFault } from './planted-fault.ts';

const counter = 'lambdas/adapters/dynamodb/collection/census-counter.ts';
const told = 'lambdas/adapters/dynamodb/entries/counted-change.ts';
const names = 'lambdas/domain/identity/census.ts';
const reads = 'lambdas/adapters/dynamodb/collection/app-census.ts';
const recount = 'lambdas/adapters/dynamodb/reconcile/recount.ts';
const census = ['test/handlers/census.test.ts'];
const relay = ['test/handlers/relay.test.ts'];

/** Faults of the census: who is counted, where, how often, and when its figures are shown. */
export const stateCountFaults: readonly PlantedFault[] = [
  {
    name: 'an older change of a person counts over a later one',
    file: counter,
    find: 'isOfNow ? read.o >= change.order',
    replace: 'isOfNow ? read.o === change.order',
    tests: census,
  },
  {
    name: 'what was counted of a person before stays counted',
    file: counter,
    find: 'for (const name of before) add(name, -1);',
    replace: '',
    tests: census,
  },
  {
    name: 'an old change counts in a new counting',
    file: counter,
    find: 'read.o > change.order && !change.isRead',
    replace: 'false',
    tests: census,
  },
  {
    name: 'who was counted beyond what there is stays out of a recount',
    file: recount,
    find: 'isRead: true',
    replace: 'isRead: undefined',
    tests: census,
  },
  {
    name: 'of a shard only the first page is counted anew',
    file: 'lambdas/adapters/dynamodb/directory/homes-of-app.ts',
    find: 'start = LastEvaluatedKey;',
    replace: 'start = undefined;',
    tests: census,
  },
  {
    name: 'an app is counted anew although another one was asked for',
    file: 'cli/recount/recount-command.ts',
    find: 'if (values.app === undefined || values.app === appId)',
    replace: '',
    tests: ['test/cli/recount-command.test.ts'],
  },
  {
    name: 'who counts while a recount ends takes its end back',
    file: recount,
    find: "SET since = :now ADD n :one'",
    replace: "SET since = :now, gone = :one'",
    tests: census,
  },
  {
    name: 'two countings are one',
    file: recount,
    find: 'randomInt(2 ** 48 - 1)',
    replace: '1',
    tests: census,
  },
  {
    name: 'of several changes in a batch the first is counted',
    file: counter,
    find: "?? '') < change.order) latest",
    replace: "?? '~') > change.order) latest",
    tests: census,
  },
  {
    name: 'a change that could not be counted is acknowledged',
    file: 'lambdas/handlers/count-charges.ts',
    find: '(changed && changes.has(changed))',
    replace: 'false',
    tests: census,
  },
  {
    name: 'the other identifiers of a person are people too',
    file: told,
    find: "place.kind === 'home' ? countedAs(place.subject) : []",
    replace: "place.kind === 'home' ? countedAs(place.subject) : ['people']",
    tests: census,
  },
  {
    name: 'who holds no identifier any more is counted',
    file: names,
    find: 'if (isEarlierHolder(subject)) return [];',
    replace: '',
    tests: census,
  },
  {
    name: 'a no to everything is none to a purpose that was never named',
    file: names,
    find: '[unnamed, ...namedPurposes(registers)]',
    replace: 'namedPurposes(registers)',
    tests: census,
  },
  {
    name: 'who named a purpose counts there as who did not as well',
    file: names,
    find: "wider?.stands === 'revoked'",
    replace: "wider?.stands === 'granted'",
    tests: census,
  },
  {
    name: 'a stop of marketing counts for what is no marketing',
    file: names,
    find: "isMarketing(purpose) ? 'm' : 'p'",
    replace: "'m'",
    tests: census,
  },
  {
    name: 'a request that nobody confirmed is pending for ever',
    file: names,
    find: '|| isOver(name, now)) continue',
    replace: ') continue',
    tests: census,
  },
  {
    name: 'a window that is over is open',
    file: names,
    find: 'name > soonest && name >= first',
    replace: 'name >= first',
    tests: census,
  },
  {
    name: 'windows of a former number of the app are open',
    file: names,
    find: 'name > soonest && name >= first',
    replace: 'name > soonest',
    tests: census,
  },
  {
    name: 'figures are shown while people are still being counted',
    file: reads,
    find: 'if (kept?.since === undefined) return undefined;',
    replace: 'if (kept === undefined) return undefined;',
    tests: census,
  },
  {
    name: 'windows are shown before all of them are counted',
    file: reads,
    find: 'now < kept.windows ? undefined : openWindows(ends, now, numberSince)',
    replace: 'openWindows(ends, now, numberSince)',
    tests: census,
  },
  {
    name: 'figures that no count can be are shown',
    file: names,
    find: 'return isCount ? { people, purposes: all } : undefined;',
    replace: 'return { people, purposes: all };',
    tests: census,
  },
  {
    name: 'a window that the TTL takes is told',
    file: told,
    find: "userIdentity?.type === 'Service'",
    replace: 'false',
    tests: relay,
  },
  {
    name: 'a state that counts as before is told',
    file: told,
    find: 'if (isSame(counted, sk, before as Image | undefined)) return undefined;',
    replace: '',
    tests: relay,
  },
  {
    name: 'a state that cannot be read holds up the stream',
    file: 'lambdas/handlers/relay.ts',
    find: 'readOver(() => countedParcel(record), now())',
    replace: 'countedParcel(record)',
    tests: relay,
  },
  {
    name: 'a state that cannot be read is not set aside',
    file: 'lambdas/handlers/relay.ts',
    find: "counted === 'unread' ? { queue: aside, parcel: keyParcel(record) }",
    replace: "counted === 'unread' ? { queue: aside, parcel: undefined }",
    tests: relay,
  },
  {
    name: 'an app that is made has no census',
    file: 'lambdas/adapters/dynamodb/admin/app-store.ts',
    find: 'app, by), taken, [census]',
    replace: 'app, by), taken, []',
    tests: ['test/handlers/points.test.ts'],
  },
  {
    name: 'changes of states wake nobody',
    file: 'lambdas/contract/table.ts',
    find: "countedItems = ['S', 'W'] as const",
    replace: "countedItems = ['W'] as const",
    tests: ['test/lib/asynchronous-edges.test.ts'],
  },
];
