import type { PlantedFault } from './planted-fault.ts';

const tenures = ['test/adapters/dynamodb/tenures'];
const dynamodb = 'lambdas/adapters/dynamodb';

/** What random histories of numbers that change hands found in the store. */
export const identityHistoryFaults: readonly PlantedFault[] = [
  {
    name: 'a late no by the old number does not reach it',
    file: 'lambdas/domain/ledger/travel.ts',
    find: 'return [kept ? {',
    replace: 'return [pair.kept === null ? {',
    tests: tenures,
  },
  {
    name: 'a retry is refused where it contradicts what is proven by now',
    file: 'lambdas/use-cases/ledger/record-act.ts',
    find: 'if (!isOfToday || command.eventId === undefined) throw error;',
    replace: 'if (isOfToday || command.eventId === undefined) throw error;',
    tests: tenures,
  },
  {
    name: 'a retry finds nothing in a time before today’s holder',
    file: `${dynamodb}/identity/resolve-person.ts`,
    find: "return former.length > 0 || heldSince !== undefined || (kind !== 'pointer' && trail.length > 0);",
    replace: 'return former.length > 0 || (heldSince === undefined && kind !== kind && trail.length > 0);',
    tests: tenures,
  },
  {
    name: 'a home that fills a gap of its own place is written twice',
    file: `${dynamodb}/identity/release-identifier.ts`,
    find: 'const places = livesThere ? [after] : [after, { ...before, former }];',
    replace: 'const places = [after, { ...before, former }];',
    tests: tenures,
  },
  {
    name: 'a mark writes over whoever held the number earlier',
    file: `${dynamodb}/identity/report-pair.ts`,
    find: "...(written?.kind === 'home' ? written : person), hasPairs: true };",
    replace: '...(written === undefined ? person : person), hasPairs: true };',
    tests: ['test/adapters/dynamodb/reported-pairs'],
  },
  {
    name: 'a home that moves takes along since when its number was held',
    file: `${dynamodb}/identity/relocate-home.ts`,
    find: "...identifierOf(found, place), kind: 'home'",
    replace: "...identifierOf(found, place), heldSince: _since, kind: 'home'",
    tests: tenures,
  },
  {
    name: 'a number is held for no time at the moment of the act',
    file: 'lambdas/domain/identity/decide-identity.ts',
    find: 'Math.max(pair.last, at + 1)',
    replace: 'pair.last',
    tests: tenures,
  },
  {
    name: 'somebody who moves to a number of another keeps the old one',
    file: 'lambdas/domain/identity/decide-identity.ts',
    find: "return elsewhere?.do === 'move' ? elsewhere : { do: 'held-earlier', holder: byBsuid };",
    replace: "return elsewhere?.do === 'use' ? elsewhere : { do: 'held-earlier', holder: byBsuid };",
    tests: tenures,
  },
  {
    name: 'a notice makes somebody the holder of a number that keeps denials',
    file: `${dynamodb}/identity/identify.ts`,
    find: 'unknownPeople: found?.keeps };',
    replace: 'unknownPeople: home && found?.keeps };',
    tests: tenures,
  },
  {
    name: 'a no is not told to the next holder of a number whose earlier holder has a copy of it',
    file: `${dynamodb}/ledger/open-act.ts`,
    find: 'entry.header.copyOf === undefined ? tenants',
    replace: 'true ? tenants',
    tests: tenures,
  },
  {
    name: 'a START that had nothing to give back stays with whoever left the number before',
    file: 'lambdas/domain/identity/denials.ts',
    find: '...timesOf(administrative), latestStart]',
    replace: '...timesOf(administrative)]',
    tests: tenures,
  },
  {
    name: 'a notice that comes again moves somebody away from the number that it brought',
    file: `${dynamodb}/identity/move-by-notice.ts`,
    find: 'return isNews ? write(app, seen, undefined) : before;',
    replace: 'return before;',
    tests: tenures,
  },
];
