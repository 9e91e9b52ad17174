import type { PlantedFault } from './planted-fault.ts';

const publish = 'lambdas/use-cases/events/publish-events.ts';
const ofAct = 'lambdas/domain/events/event-of-act.ts';
const ofEntry = 'lambdas/domain/events/event-of-entry.ts';
const outbox = 'lambdas/adapters/dynamodb/events/event-outbox.ts';
const rows = 'lambdas/adapters/dynamodb/directory/event-rows.ts';
const inbound = 'lambdas/adapters/dynamodb/events/inbound-events.ts';
const published = ['test/handlers/publish-events'];
const told = ['test/handlers/told-events'];
const edges = ['test/lib/asynchronous-edges'];

/** Faults in what the world is told, how often, and in which order. */
export const eventFaults: readonly PlantedFault[] = [
  {
    name: 'an event that cannot be read holds up the next no of its person',
    file: publish,
    find: "if (marks.includes('aside')) return true;",
    replace: "if (marks.includes('aside')) return false;",
    tests: published,
  },
  {
    name: 'an event that cannot be read is dropped where nobody finds it',
    file: publish,
    find: 'if (event === undefined) await deps.aside.set(lane, row.order);',
    replace: '',
    tests: published,
  },
  {
    name: 'what was set aside comes back as a yes behind a later no',
    file: publish,
    find: 'if (row.isAside && isOvertaken(row, rows)) {',
    replace: 'if (row.isAside && isOvertaken(row, [])) {',
    tests: published,
  },
  {
    name: 'a bus that is down takes the endpoints along',
    file: publish,
    find: 'await Promise.all([ontoBus(), ...work.map(toEndpoints)]);',
    replace: 'await ontoBus();\n  if (errors.length === 0) await Promise.all(work.map(toEndpoints));',
    tests: published,
  },
  {
    name: 'endpoints get again what they are owed with every try of the bus',
    file: publish,
    find: 'event === undefined || row.isOwed ?',
    replace: 'event === undefined ?',
    tests: published,
  },
  {
    name: 'what failed on the bus is taken for published',
    file: publish,
    find: "if (said === undefined || said.outcome === 'failed') {",
    replace: 'if (said === undefined) {',
    tests: published,
  },
  {
    name: 'an event passes one of the same person that failed on the bus',
    file: 'lambdas/use-cases/events/put-in-order.ts',
    find: "if (outcome.outcome === 'failed') stuck.add(index);",
    replace: '',
    tests: published,
  },
  {
    name: 'how long every event took is called how long a no took',
    file: publish,
    find: 'else if (isWithdrawal(row.type)) publishedAfter',
    replace: 'else publishedAfter',
    tests: published,
  },
  {
    name: 'a record that comes again makes its row anew, and it is published again',
    file: outbox,
    find: "const condition = { ConditionExpression: 'attribute_not_exists(pk)' };",
    replace: 'const condition = {};',
    tests: published,
  },
  {
    name: 'a STOP waits in the queue of everybody',
    file: outbox,
    find: "isWithdrawal(type) ? 'withdrawals' : 'events'",
    replace: "isWithdrawal(type) ? 'events' : 'events'",
    tests: published,
  },
  {
    name: 'a token that no queue took is taken for told',
    file: outbox,
    find: 'said[index] = outcomes[place] ?? untold;',
    replace: "said[index] = { outcome: 'taken' };",
    tests: published,
  },
  {
    name: 'a token publishes its own row only',
    file: rows,
    find: 'if (row.order < first && isSettled(row)) return found.reverse();',
    replace: 'if (row.order < first) return found.reverse();',
    tests: published,
  },
  {
    name: 'a long lane is read from its beginning',
    file: rows,
    find: 'newestFirst: true };',
    replace: 'newestFirst: false };',
    tests: published,
  },
  {
    name: 'what a person wrote lies in the table for a month',
    file: rows,
    find: "? ' REMOVE whole, places' : ''",
    replace: "? '' : ''",
    tests: told,
  },
  {
    name: 'a yes against the person’s own no is told as a yes',
    file: ofAct,
    find: "return counts ? { type: 'user.opted_in' } : undefined;",
    replace: "return { type: 'user.opted_in' };",
    tests: published,
  },
  {
    name: 'a no of somebody who was never asked is told to nobody',
    file: ofAct,
    find: 'counts || outcomes.length === 0 ?',
    replace: 'counts ?',
    tests: published,
  },
  {
    name: 'what ends is told only where the word was no',
    file: ofAct,
    find: "if (flips !== undefined && flips.lost.length > 0) return { type: 'user.opted_out' };",
    replace: '',
    tests: ['test/domain/events'],
  },
  {
    name: 'a second platform stop is told as the first',
    file: ofAct,
    find: 'return was === is ? undefined :',
    replace: 'return is === undefined ? undefined :',
    tests: published,
  },
  {
    name: 'START tells what it did not give back',
    file: ofEntry,
    find: "sorted(action === 'granted' ? [...counting, ...won] : won)",
    replace: 'sorted([...counting, ...won])',
    tests: [...published, 'test/domain/events'],
  },
  {
    name: 'a stop of everything that a later yes overrules in part is told as one of everything',
    file: ofEntry,
    find: "isNo(action) && isWhole && (purposes === 'all'",
    replace: "isNo(action) && (purposes === 'all'",
    tests: ['test/domain/events'],
  },
  {
    name: 'an import that is undone is told as the person’s own no',
    file: ofEntry,
    find: "    case 'annulled':\n",
    replace: '',
    tests: ['test/domain/events'],
  },
  {
    name: 'numbers are told to whoever listens',
    file: 'lambdas/use-cases/events/make-event.ts',
    find: 'return (await namesPeople()) ? { user: await people.identifiersOf(appId, content.entry.userId) } : {};',
    replace: 'return { user: await people.identifiersOf(appId, content.entry.userId) };',
    tests: published,
  },
  {
    name: 'what people write is told of every app',
    file: inbound,
    find: 'if (app.events?.messages !== true || act.via !== undefined) return;',
    replace: 'if (act.via !== undefined) return;',
    tests: told,
  },
  {
    name: 'a STOP whose event cannot be left is not recorded',
    file: 'lambdas/use-cases/inbound/hear-inbound.ts',
    find: '    const happenings = await comeTo(deps, here, decision);\n',
    replace:
      "    if (here.event === 'message') await tell(deps, apps, here);\n    const happenings = await comeTo(deps, here, decision);\n",
    tests: told,
  },
  {
    name: 'every message opens the window anew',
    file: 'lambdas/domain/events/event-of-window.ts',
    find: 'before === undefined || last >= before + serviceWindow',
    replace: 'before === undefined || last >= before',
    tests: told,
  },
  {
    name: 'a window that is over is told as open',
    file: 'lambdas/domain/events/event-of-window.ts',
    find: ' && now < last + serviceWindow;',
    replace: ' && now >= 0;',
    tests: told,
  },
  {
    name: 'a bus that is down for a day loses what waited',
    file: 'lib/constructs/events.ts',
    find: 'tries: 1000 };',
    replace: 'tries: 100 };',
    tests: edges,
  },
  {
    name: 'an import takes the runs that STOPs need',
    file: 'lib/constructs/events.ts',
    find: 'this.queue.feed(publish, { batchSize: 10, atOnce: 20 });',
    replace: 'this.queue.feed(publish, { batchSize: 10, atOnce: 200 });',
    tests: edges,
  },
  {
    name: 'a schema in docs is another than what is published',
    file: 'lambdas/contract/events/members.ts',
    find: "statementId: statementId.meta({ description: 'The entry in the person’s ledger.' }),",
    replace: "statementId: statementId.optional().meta({ description: 'The entry in the person’s ledger.' }),",
    tests: ['test/contract/events'],
  },
  {
    name: 'the lane of who was merged stays open',
    file: 'lambdas/adapters/dynamodb/identity/merge-subjects.ts',
    find: 'lost.writeAs(told.loser),',
    replace: 'lost.write,',
    tests: ['test/handlers/publish-events.test.ts'],
  },
  {
    name: 'what cannot be read of one person takes the place of another’s',
    file: outbox,
    find: 'key: `${pk}/${sk}`',
    replace: 'key: sk',
    tests: ['test/handlers/publish-events.test.ts'],
  },
  {
    name: 'a yes of somebody who holds no identifier is told',
    file: ofAct,
    find: 'isEarlierHolder(decided.after) ? undefined : told',
    replace: 'isEarlierHolder(decided.after) ? told : told',
    tests: ['test/domain/events/events.test.ts'],
  },
];
