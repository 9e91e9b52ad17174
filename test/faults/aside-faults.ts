import type { PlantedFault } from './planted-fault.ts';

const seen = 'lambdas/domain/inbound/may-see-aside.ts';
const waiting = 'lambdas/use-cases/inbound/waiting-aside.ts';
const no = 'lambdas/use-cases/inbound/record-kept-no.ts';
const shelf = 'lambdas/adapters/dynamodb/messages/kept-aside.ts';
const routes = 'lambdas/edge/api/kept-aside/kept-aside-act-routes.ts';
const told = 'lambdas/adapters/providers/meta/about-kept-webhook.ts';
const tests = ['test/handlers/kept-aside.test.ts'];
const attention = 'lambdas/use-cases/people/attention.ts';
const attending = ['test/handlers/attention.test.ts'];
const rule = ['test/domain/inbound/may-see-aside.test.ts'];

/** What was kept aside: who sees it, what is done about it, and that none of it is lost. */
export const asideFaults: readonly PlantedFault[] = [
  {
    name: 'what is nobody’s is shown to keys of some apps',
    file: seen,
    find: "if (isNobodys && rights.apps !== '*') return false;",
    replace: '',
    tests: rule,
  },
  {
    name: 'what several apps share is shown to whoever has one of them',
    file: seen,
    find: 'appIds.every(',
    replace: 'appIds.some(',
    tests: rule,
  },
  {
    name: 'an app lists what came to another one',
    file: seen,
    find: ' && (isNobodys || appIds.includes(appId))',
    replace: '',
    tests: rule,
  },
  {
    name: 'what came to one known and one unknown number is nobody’s no more',
    file: waiting,
    find: 'owners.length === 0 || owners.some((each) => each.length === 0)',
    replace: 'owners.length === 0',
    tests,
  },
  {
    name: 'an id is enough to deal with what one may not see',
    file: waiting,
    find: 'waiting !== undefined && maySeeAside(looking.rights, looking.appId, waiting)',
    replace: 'waiting !== undefined',
    tests,
  },
  {
    name: 'what is settled goes on waiting',
    file: shelf,
    find: 'const { upk: _upk, usk: _usk, ...Item } = row;',
    replace: 'const Item = row;',
    tests,
  },
  {
    name: 'a page forgets what lies behind what it ended early for',
    file: waiting,
    find: 'looked === ids.length && !more',
    replace: '!more',
    tests,
  },
  {
    name: 'a list of what waits ends at the first page of each partition',
    file: shelf,
    find: 'more: ids.length > limit',
    replace: 'more: false',
    tests,
  },
  {
    name: 'a no is settled before it is stored',
    file: no,
    find: '  const noes: KeptNo[] = [];',
    replace: '  const noes: KeptNo[] = [];\n  await shelf.settle(item, operator);',
    tests,
  },
  {
    name: 'a no is recorded at the time of the click',
    file: no,
    find: 'saidAt: message?.at ?? about.receivedAt,',
    replace: 'saidAt: about.receivedAt,',
    tests,
  },
  {
    name: 'a no that somebody read is repeated as another act',
    file: no,
    find: 'operator: item.settledBy ?? operator,',
    replace: 'operator,',
    tests,
  },
  {
    name: 'a no in what came to a shared number is recorded in one app only',
    file: no,
    find: ' : apps;',
    replace: ' : [here];',
    tests,
  },
  {
    name: 'a no without a person is somebody’s',
    file: waiting,
    find: 'return messages.length === 1 ? only : undefined;',
    replace: 'return only;',
    tests,
  },
  {
    name: 'hearing again says that all is stored when the store did not answer',
    file: routes,
    find: "throw new TryAgainError('Not all of it could be stored. It lies where it was: try again.');",
    replace: "return { status: 200, body: { came: 'stored' } };",
    tests,
  },
  {
    name: 'words of a kind that nobody knows are not shown',
    file: told,
    find: "[memberOf(said, 'text'), inside]",
    replace: "[memberOf(said, 'text')]",
    tests,
  },
  {
    name: 'a number of which nothing is known counts as silent',
    file: attention,
    find: 'heardAt !== undefined && heardAt < now - silence',
    replace: 'heardAt === undefined || heardAt < now - silence',
    tests: attending,
  },
  {
    name: 'every webhook is noted',
    file: 'lambdas/adapters/dynamodb/messages/last-webhook.ts',
    find: 'Math.abs(at - before) < notedEvery',
    replace: 'Math.abs(at - before) < 0',
    tests: attending,
  },
  {
    name: 'a webhook that cannot be noted comes again',
    file: 'lambdas/handlers/deps/hearing/noted-webhook.ts',
    find: ".catch((failure: unknown) => logger.failure('webhook not noted', failure))",
    replace: '',
    tests: attending,
  },
  {
    name: 'what nobody may see is counted among what needs attention',
    file: waiting,
    find: 'if (maySeeAside(looking.rights, looking.appId, waiting)) data.push(waiting);',
    replace: 'data.push(waiting);',
    tests: attending,
  },
];
