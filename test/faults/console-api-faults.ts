import type { PlantedFault } from './planted-fault.ts';

const listUsers = 'lambdas/use-cases/people/list-users.ts';
const listing = ['test/use-cases/people/list-users.test.ts'];
const search = 'lambdas/edge/api/users/user-search.ts';
const searching = ['test/handlers/user-search.test.ts'];
const timeline = 'lambdas/use-cases/people/timeline.ts';
const markers = 'lambdas/adapters/dynamodb/messages/send-records.ts';
const telling = ['test/handlers/timeline.test.ts'];
const question = 'lambdas/adapters/dynamodb/rows/open-question-item.ts';
const asking = ['test/handlers/unclear-stops.test.ts'];
const attention = 'lambdas/use-cases/people/attention.ts';
const attending = ['test/handlers/attention.test.ts'];

/** What the console is told of people, and what it costs. */
export const consoleApiFaults: readonly PlantedFault[] = [
  {
    name: 'a list goes on behind everybody who was read, also behind those who had no room on the page',
    file: listUsers,
    find: 'next: person.position, looked: looked + person.nth',
    replace: 'next: from, looked: looked + person.nth',
    tests: listing,
  },
  {
    name: 'windows are read of people who do not fit',
    file: 'lambdas/adapters/dynamodb/directory/listed-people.ts',
    find: '.filter(({ home }) => wanted(home.subject))',
    replace: '',
    tests: listing,
  },
  {
    name: 'a filter that most people fit reads many more than its page needs',
    file: listUsers,
    find: 'looked === 0 ? missing : Math.max(likely, atOnce.least)',
    replace: 'atOnce.most',
    tests: listing,
  },
  {
    name: 'a filter that few fit looks at a few people at a time',
    file: listUsers,
    find: 'Math.ceil((missing * looked) / Math.max(1, found))',
    replace: 'missing',
    tests: listing,
  },
  {
    name: 'a slow call goes on looking',
    file: listUsers,
    find: 'clock() - startedAt >= mostTime',
    replace: 'clock() < startedAt',
    tests: listing,
  },
  {
    name: 'the windows of a list of windows are read twice',
    file: 'lambdas/adapters/dynamodb/directory/listed-people.ts',
    find: 'known ?? (await glance.windows(appId, places))',
    replace: 'await glance.windows(appId, [...places, ...(known?.keys() ?? [])].slice(0, places.length))',
    tests: listing,
  },
  {
    name: 'a list to look at pays for strong reads',
    file: 'lambdas/adapters/dynamodb/places/place-reader.ts',
    find: 'batchGet(table, keys, { consistent: false })',
    replace: 'batchGet(table, keys, { consistent: true })',
    tests: listing,
  },
  {
    name: 'who may be written to is looked up at a glance',
    file: 'lambdas/adapters/dynamodb/identity/people.ts',
    find: 'return peopleAt(placeReader(table), ',
    replace: 'return peopleAt({ ...placeReader(table), ...glancingReader(table) }, ',
    tests: ['test/architecture/strong-reads'],
  },
  {
    name: 'a list says that it is done before it is',
    file: listUsers,
    find: 'page.next === undefined ? 1 : shareOf(page.next)',
    replace: '1',
    tests: listing,
  },
  {
    name: 'of several countries with one calling code the main one is taken',
    file: 'lambdas/edge/numbers/country-of.ts',
    find: 'return parsePhoneNumberFromString',
    replace: "return digits.startsWith('1') ? 'US' : parsePhoneNumberFromString",
    tests: listing,
  },
  {
    name: 'a person whose number is not known is of no country',
    file: listUsers,
    find: "return /^([A-Z]{2})\\./.exec(bsuid ?? '')?.[1];",
    replace: 'return bsuid === undefined ? undefined : undefined;',
    tests: listing,
  },
  {
    name: 'the point of another purpose is looked at',
    file: listUsers,
    find: 'wanted === undefined || wanted === purposeId',
    replace: 'true || wanted === purposeId',
    tests: listing,
  },
  {
    name: 'a WhatsApp id of another country is not looked for',
    file: search,
    find: 'const digits = [own, asWaId]',
    replace: 'const digits = [own, own]',
    tests: searching,
  },
  {
    name: 'a query beside an identifier is passed over',
    file: search,
    find: 'Object.values(named).some((value) => value !== undefined)',
    replace: 'Object.values(named).length > 9',
    tests: searching,
  },
  {
    name: 'why a reply was not sent keeps it from being sent',
    file: markers,
    find: "':free': 'not-sent'",
    replace: "':free': 'never'",
    tests: telling,
  },
  {
    name: 'of a reply that failed it is told that it was sent',
    file: markers,
    find: "other?.came === 'failed' ? other : (own ?? other)",
    replace: 'own ?? other',
    tests: telling,
  },
  {
    name: 'an entry decides what another decides',
    file: timeline,
    find: 'decidedBy.filter(({ ref }) => ref === entry.ref)',
    replace: 'decidedBy.filter(({ ref }) => ref !== undefined)',
    tests: telling,
  },
  {
    name: 'a brake that was lifted is shown as one that holds',
    file: timeline,
    find: 'subject.suppressions.some((brake) => brake.ref === ref)',
    replace: '!act.lifted',
    tests: telling,
  },
  {
    name: 'whoever has answered stays in the list of open questions',
    file: question,
    find: 'if (was !== undefined && before !== undefined && !isSameKey) {',
    replace: 'if (was !== undefined && before !== undefined && after === undefined) {',
    tests: asking,
  },
  {
    name: 'whoever has answered is shown as asked, when their item is late to go',
    file: 'lambdas/adapters/dynamodb/directory/open-questions.ts',
    find: 'if (subject === undefined || isOpen !== true) return [];',
    replace: 'if (subject === undefined) return [];',
    tests: asking,
  },
  {
    name: 'of 25 people and more it is said that there are just so many',
    file: attention,
    find: 'atLeast: questions.next !== undefined,',
    replace: 'atLeast: false,',
    tests: attending,
  },
  {
    name: 'failures of long ago need attention for ever',
    file: attention,
    find: 'each.failure.failedAt > now - failureAge',
    replace: 'each.failure.failedAt > 0',
    tests: attending,
  },
];
