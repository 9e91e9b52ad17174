import type { PlantedFault } from './planted-fault.ts';

const visit = 'lambdas/edge/pages/points/count-visit.ts';
const counter = 'lambdas/adapters/dynamodb/collection/visit-counter.ts';
const funnel = 'lambdas/domain/collection/funnel.ts';
const charges = 'lambdas/domain/ledger/charges.ts';
const counts = ['test/handlers/point-counts'];

/** Faults of the counts of points: who is counted, how often, and on which day. */
export const countFaults: readonly PlantedFault[] = [
  {
    name: 'what is told again counts again',
    file: 'lambdas/adapters/dynamodb/collection/charge-counter.ts',
    find: 'marker: (entry) => chargedKey(token, entry)',
    replace: 'marker: (entry) => chargedKey(token, entry + Math.random())',
    tests: counts,
  },
  {
    name: 'a robot counts as a person',
    file: visit,
    find: 'ahead === undefined ? counts : [aheadNames[ahead]]',
    replace: 'counts',
    tests: counts,
  },
  {
    name: 'what looks ahead takes the visits of people behind its address',
    file: 'lambdas/adapters/dynamodb/collection/form-limit.ts',
    find: "isAhead ? 'ahead ' : ''",
    replace: "''",
    tests: counts,
  },
  {
    name: 'a visit counts on the day that it is in UTC',
    file: visit,
    find: 'dayOf(app.timeZone, deps.now())',
    replace: "dayOf('UTC', deps.now())",
    tests: counts,
  },
  {
    name: 'a choice counts on the day that it is in UTC',
    file: 'lambdas/use-cases/collection/make-choice.ts',
    find: 'dayOf(app.timeZone, madeAt)',
    replace: "dayOf('UTC', madeAt)",
    tests: counts,
  },
  {
    name: 'an act counts on the day on which it was recorded',
    file: 'lambdas/adapters/dynamodb/ledger/open-act.ts',
    find: 'dayOf(app.timeZone, entry.header.saidAt)',
    replace: 'dayOf(app.timeZone, entry.header.recordedAt)',
    tests: counts,
  },
  {
    name: 'a page counts twice that a link led to',
    file: 'lambdas/edge/pages/points/check-page-routes.ts',
    find: 'if (!wasCounted(request, deps.now())) await',
    replace: 'await',
    tests: counts,
  },
  {
    name: 'an address that was passed on is never counted',
    file: visit,
    find: ' && age < sameVisit',
    replace: '',
    tests: counts,
  },
  {
    name: 'visits of a day are lost on their way out of the item of all',
    file: counter,
    find: "{ ...pointDayKey(token, day, 'visits'), ...counts }",
    replace: "{ ...pointDayKey(token, day, 'visits') }",
    tests: counts,
  },
  {
    name: 'a late visit writes over those of its day',
    file: counter,
    find: "Item, ConditionExpression: 'attribute_not_exists(pk)' }",
    replace: 'Item }',
    tests: counts,
  },
  {
    name: 'visits that lie in two places are counted twice',
    file: 'lambdas/adapters/dynamodb/collection/point-store.ts',
    find: 'moved.filter((part) => !isTwice(part))',
    replace: 'moved',
    tests: counts,
  },
  {
    name: 'the item of visits grows with every day',
    file: counter,
    find: 'if (over.length > 0) await move(token, over);',
    replace: '',
    tests: counts,
  },
  {
    name: 'the same words sent twice are two that confirmed',
    file: charges,
    find: 'isTicked ? isNew && holds : won',
    replace: 'isTicked ? holds : won',
    tests: counts,
  },
  {
    name: 'who gets the messages already never confirms',
    file: charges,
    find: 'isTicked ? isNew && holds : won',
    replace: 'won',
    tests: counts,
  },
  {
    name: 'a form is ticked by nobody',
    file: 'lambdas/use-cases/collection/make-choice.ts',
    find: "(['ticked', 'sentToChat'] as const)",
    replace: "(['sentToChat'] as const)",
    tests: counts,
  },
  {
    name: 'three people tell where people are lost',
    file: funnel,
    find: 'counts[first] < fewestForLoss',
    replace: 'counts[first] < 1',
    tests: ['test/domain/collection/funnel'],
  },
  {
    name: 'people are lost at the last step that loses as many',
    file: funnel,
    find: 'people > lost.people',
    replace: 'people >= lost.people',
    tests: ['test/domain/collection/funnel'],
  },
  {
    name: 'a year more of days is answered at once',
    file: 'lambdas/edge/api/points/counts.ts',
    find: 'days.length > mostDays',
    replace: 'days.length > mostDays + 365',
    tests: ['test/handlers/points.test'],
  },
  {
    name: 'a day that there is not is the next one',
    file: 'lambdas/edge/fields/day.ts',
    find: 'Number.isFinite(at) && new Date(at).toISOString().startsWith(text)',
    replace: 'Number.isFinite(at)',
    tests: ['test/handlers/points.test'],
  },
  {
    name: 'an opt-in of an app counts again when it is told again',
    file: 'lambdas/adapters/dynamodb/collection/charge-counter.ts',
    find: 'marker: (entry) => appChargedKey(appId, entry)',
    replace: 'marker: (entry) => appChargedKey(appId, entry + Math.random())',
    tests: ['test/handlers/app-counts'],
  },
  {
    name: 'what has expired is ended by a stop once more',
    file: charges,
    find: 'lost: flipped(after, before)',
    replace: 'lost: purposes.filter((each) => isGranted(before, each, true) && !isGranted(after, each, true))',
    tests: ['test/handlers/app-counts'],
  },
  {
    name: 'a yes that was one already is an opt-in of the app',
    file: charges,
    find: '!isOptedIn(from, each, saidAt, settings) && isOptedIn(to',
    replace: 'isOptedIn(to',
    tests: ['test/handlers/app-counts'],
  },
  {
    name: 'the relay tells of no opt-ins without a point',
    file: 'lambdas/contract/consumers.ts',
    find: 'told: [...key, chargesAttribute, wonAttribute, lostAttribute, dayAttribute]',
    replace: 'told: [...key, chargesAttribute, dayAttribute]',
    tests: ['test/handlers/app-counts'],
  },
];
