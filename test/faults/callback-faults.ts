import type { PlantedFault } from './planted-fault.ts';

const lane = 'lambdas/domain/callbacks/lane.ts';
const retry = 'lambdas/domain/callbacks/retry-schedule.ts';
const health = 'lambdas/domain/callbacks/health.ts';
const address = 'lambdas/domain/callbacks/public-address.ts';
const post = 'lambdas/adapters/http/safe-post.ts';
const send = 'lambdas/adapters/callbacks/send-delivery.ts';
const store = 'lambdas/adapters/dynamodb/callbacks/lane-store.ts';
const owed = 'lambdas/adapters/dynamodb/callbacks/owed-events.ts';
const work = 'lambdas/use-cases/callbacks/work-through.ts';
const deliver = 'lambdas/use-cases/callbacks/deliver-lane.ts';
const replay = 'lambdas/use-cases/callbacks/replay.ts';
const lanes = ['test/domain/callbacks/lane.test.ts'];
const function_ = ['test/handlers/deliver-events.test.ts'];
const hostile = ['test/adapters/http/safe-post.test.ts'];
const signed = ['test/adapters/callbacks/send-delivery.test.ts'];

/** What receivers are told: each no, in order, once that is enough, and nobody inside. */
export const callbackFaults: readonly PlantedFault[] = [
  {
    name: 'a yes goes out after a later no that was tried',
    file: lane,
    find: 'later.find(({ state, attempts }) => attempts > 0 || state !== ',
    replace: 'later.find(({ state }) => state === "gone" || state === ',
    tests: lanes,
  },
  {
    name: 'a no that is told again looks as if it had never been told',
    file: lane,
    find: 'attempts > 0 || state',
    replace: 'attempts > 99 || state',
    tests: lanes,
  },
  {
    name: 'a no waits behind what failed',
    file: lane,
    find: 'isReady(head, now) ? head : noes.find((row) => isReady(row, now))',
    replace: 'isReady(head, now) ? head : undefined',
    tests: lanes,
  },
  {
    name: 'what failed is not dropped for a no',
    file: lane,
    find: 'if (row.round > 0) drop(row, later[0]);',
    replace: 'if (row.round > 99) drop(row, later[0]);',
    tests: lanes,
  },
  {
    name: 'an endpoint that takes no noes gets a yes after one',
    file: owed,
    find: 'if (body === undefined && !isClosing(event.type)) continue;',
    replace: 'if (body === undefined) continue;',
    tests: function_,
  },
  {
    name: 'an endpoint that took yeses until now hears nothing of a later no',
    file: owed,
    find: 'isClosing(type) || wants(endpoint, type)',
    replace: 'wants(endpoint, type)',
    tests: function_,
  },
  {
    name: 'that two people are one waits for what is owed to everybody',
    file: owed,
    find: 'isNo ||= isClosing(event.type);',
    replace: "isNo ||= isClosing(event.type) && event.type !== 'user.merged';",
    tests: function_,
  },
  {
    name: 'a mark is told again as if it had been a delivery',
    file: 'lambdas/adapters/dynamodb/callbacks/delivery-reader.ts',
    find: 'delivery?.isMark === true ? undefined : delivery',
    replace: 'delivery',
    tests: function_,
  },
  {
    name: 'a mark drops what says no yes',
    file: lane,
    find: 'later.find(({ isMark }) => isMark !== true)',
    replace: 'later[0]',
    tests: lanes,
  },
  {
    name: 'two runs send what one lane is owed',
    file: store,
    find: "ConditionExpression: '#version = :seen'",
    replace: "ConditionExpression: '#version >= :seen OR #version <= :seen'",
    tests: function_,
  },
  {
    name: 'a claim is over before its run is',
    file: lane,
    find: "state === 'sending' && claimedUntil > now",
    replace: "state === 'sending' && claimedUntil > now + 99_000",
    tests: lanes,
  },
  {
    name: 'what failed is given up after eight tries',
    file: retry,
    find: '  20 * hour,\n  24 * hour,\n',
    replace: '',
    tests: ['test/domain/callbacks/retry-schedule.test.ts'],
  },
  {
    name: 'an endpoint that hangs takes every run',
    file: work,
    find: '(isHeldBack(watched.endpoint) && !isTest)',
    replace: '(isHeldBack(watched.endpoint) && isTest)',
    tests: function_,
  },
  {
    name: 'an endpoint that fails is tried by everything that is due',
    file: work,
    find: 'const most = isTriedOut ? 1 : lanesAtOnce;',
    replace: 'const most = lanesAtOnce;',
    tests: function_,
  },
  {
    name: '410 switches nothing off',
    file: health,
    find: "if (done.outcome === 'gone') return 'gone';",
    replace: '',
    tests: ['test/domain/callbacks/health.test.ts'],
  },
  {
    name: 'what waits is noted nowhere',
    file: work,
    find: "if (end.kind !== 'settled') await deps.due.put",
    replace: "if (end.kind === 'busy') await deps.due.put",
    tests: function_,
  },
  {
    name: 'an event that is off is lost',
    file: owed,
    find: 'filter((endpoint) => isClosing(type) || wants(endpoint, type))',
    replace: 'filter((endpoint) => endpoint.state === "on" && !wants(endpoint, type))',
    tests: function_,
  },
  {
    name: 'a publisher that ended in between leaves nobody told',
    file: owed,
    find: '        isOwed = true;',
    replace: '        isOwed ||= isNew;',
    tests: function_,
  },
  {
    name: 'a replay tells a yes after a no',
    file: replay,
    find: "return isOver ? 'superseded' : undefined;",
    replace: 'return isOver && row.attempts < 0 ? "superseded" : undefined;',
    tests: function_,
  },
  {
    name: 'a run that switched an endpoint off goes on',
    file: deliver,
    find: "if (endpoint.state === 'off' || !deps.hasTime())",
    replace: 'if (!deps.hasTime())',
    tests: function_,
  },
  {
    name: 'a run that ends in the middle says nothing of the endpoint',
    file: deliver,
    find: 'on.dead(lost);\n  await noteHealth(deps, watched, done);',
    replace: 'on.dead(lost);',
    tests: function_,
  },
  {
    name: 'a try that was lost counts whenever it is found',
    file: deliver,
    find: "if (!(await noteLost(deps, watched, step.row))) return { kind: 'busy', until: now() + claimLasts };\n      continue;",
    replace: 'await noteHealth(deps, watched, lostTry(step.row, now()));',
    tests: function_,
  },
  {
    name: 'what no run survives is tried for ever',
    file: deliver,
    find: "const isDead = settled.state === 'dead';",
    replace: 'const isDead = false as boolean;',
    tests: function_,
  },
  {
    name: 'one public address is enough for a name',
    file: post,
    find: '!addresses.every(isPublicAddress)',
    replace: '!addresses.some(isPublicAddress)',
    tests: hostile,
  },
  {
    name: 'the address of a cloud’s metadata is public',
    file: address,
    find: "  [four('169.254.0.0'), 16],\n",
    replace: '',
    tests: hostile,
  },
  {
    name: 'IPv4 inside IPv6 is public',
    file: address,
    find: "  [six('2002::'), 16],\n",
    replace: '',
    tests: hostile,
  },
  {
    name: 'a receiver is connected to by what its name leads to the second time',
    file: post,
    find: 'lookup: lookupOf(addresses), ',
    replace: '',
    tests: hostile,
  },
  {
    name: 'an endless answer is read to its end',
    file: post,
    find: 'if (bytes < mostOfAnAnswer) return;',
    replace: 'if (bytes < 1e12) return;',
    tests: hostile,
  },
  {
    name: 'an old secret signs for ever',
    file: send,
    find: 'secretVersion > 1 && now < previousSecretUntil',
    replace: 'secretVersion > 1 && previousSecretUntil > 0',
    tests: signed,
  },
  {
    name: 'the time of the try is not signed',
    file: 'lambdas/adapters/callbacks/standard-webhook.ts',
    find: '`${id}.${seconds}.${body}`',
    replace: '`${id}.${body}`',
    tests: signed,
  },
  {
    name: 'a yes that is over goes out again once the table forgot the later no',
    file: store,
    find: '.filter((item) => !isOver(item, now()))',
    replace: '',
    tests: function_,
  },
  {
    name: 'a replay is looked for before it is written',
    file: replay,
    find: 'dueAt: now() + lookedAtAfter, ...isNo });\n      isNoted',
    replace: 'dueAt: now(), ...isNo });\n      isNoted',
    tests: function_,
  },
  {
    name: 'a no waits behind other people where an endpoint is off',
    file: work,
    find: 'lane, dueAt: end.until, ...(isNo === true && { isNo })',
    replace: 'lane, dueAt: end.until',
    tests: function_,
  },
  {
    name: 'a no that failed waits behind what other people have waited for longer',
    file: work,
    find: "(end.kind === 'wait' ? end.isNo : undefined) ?? wasNo",
    replace: "end.kind === 'wait' && end.until > 0 && wasNo === undefined ? undefined : undefined",
    tests: function_,
  },
  {
    name: 'a STOP waits behind a campaign in the queue of callbacks',
    file: 'lambdas/adapters/aws/delivery-queue.ts',
    find: 'lane === undefined || isNo === true ? noesUrl : url',
    replace: 'lane === undefined ? noesUrl : url',
    tests: ['test/adapters/aws/delivery-queue.test.ts'],
  },
  {
    name: 'what an old URL answers is held against the one after it',
    file: 'lambdas/adapters/dynamodb/callbacks/endpoint-keeper.ts',
    find: "ConditionExpression: '#url = :url'",
    replace: "ConditionExpression: '#url = :url OR attribute_exists(#url)'",
    tests: function_,
  },
];
