import type { PlantedFault } from './planted-fault.ts';

/** Faults of the brakes that the business sets: how long they hold, for whom, and who is told. */
const rule = ['test/domain/consent/administrative', 'test/domain/ledger/decide-person-event'];
const api = ['test/handlers/suppressions'];
const rows = ['test/domain/eligibility/rows-and-eligibility', 'test/domain/eligibility/row-changes'];

const brakes = 'lambdas/domain/consent/administrative.ts';
const recorder = 'lambdas/use-cases/ledger/record-brake.ts';
const names = 'lambdas/domain/ledger/same-act.ts';

export const suppressionFaults: readonly PlantedFault[] = [
  {
    name: 'a lift of the same second lifts',
    file: brakes,
    find: 'toSeconds(at) >= liftedAt;',
    replace: 'toSeconds(at) > liftedAt;',
    tests: rule,
  },
  {
    name: 'the brake that arrived last is kept, not the latest',
    file: brakes,
    find: 'if (a.at !== b.at) return a.at > b.at ? a : b;',
    replace: 'if (a.at !== b.at) return b;',
    tests: rule,
  },
  {
    name: 'the lift that arrived last is kept, not the latest',
    file: brakes,
    find: 'const liftedAt = Math.max(a.liftedAt ?? -1, b.liftedAt ?? -1);',
    replace: 'const liftedAt = b.liftedAt ?? a.liftedAt ?? -1;',
    tests: rule,
  },
  {
    name: 'a brake of marketing is one of everything',
    file: 'lambdas/domain/ledger/decide-person-event.ts',
    find: ': setBrake(scope, at, ref, evidence);',
    replace: ": setBrake(scope === 'all' ? scope : 'all', at, ref, evidence);",
    tests: [...rule, ...api],
  },
  {
    name: 'a brake of marketing leaves no mark on the row',
    file: 'lambdas/domain/eligibility/eligible-row.ts',
    find: '    suppressedSince: suppressed?.since,\n',
    replace: '',
    tests: rows,
  },
  {
    name: 'the row of the table forgets the mark',
    file: 'lambdas/adapters/dynamodb/rows/eligible-row-item.ts',
    find: '    d: row.suppressedSince,\n',
    replace: '',
    tests: ['test/adapters/dynamodb/suppressions'],
  },
  {
    name: 'the state item forgets when the business lifted its brakes',
    file: 'lambdas/adapters/dynamodb/places/place-item.ts',
    find: '    ad: subject.administrative,\n',
    replace: '',
    tests: api,
  },
  {
    name: 'a suppression under one identifier leaves the other that the call names',
    file: 'lambdas/use-cases/ledger/subject-ledger.ts',
    find: 'if (denial !== undefined) await spreadNamed(app, denial, command.person, at);',
    replace: 'if (denial !== undefined) await spread(app, { denial, named: command.person, at });',
    tests: api,
  },
  {
    name: 'a lift travels',
    file: 'lambdas/domain/ledger/denial.ts',
    find: "return said.lift ? undefined : { first: ref, saidAt, act: { kind: 'event', event, said: brake } };",
    replace: "return { first: ref, saidAt, act: { kind: 'event', event, said: brake } };",
    tests: [...api, 'test/domain/ledger/denial'],
  },
  {
    name: 'a suppression is refused for identifiers that contradict',
    file: 'lambdas/domain/ledger/statement-command.ts',
    find: "return lift ? 'caller' : 'caller-no';",
    replace: "return lift ? 'caller' : 'caller';",
    tests: api,
  },
  {
    name: 'whom the business names is believed to be one person',
    file: 'lambdas/domain/ledger/statement-command.ts',
    find: "return lift ? 'caller' : 'caller-no';",
    replace: "return lift ? 'provider' : 'provider';",
    tests: api,
  },
  {
    name: 'a retry with another content passes for the first',
    file: names,
    find: 'if (first?.content !== contentHash)',
    replace: 'if (first?.content === undefined)',
    tests: api,
  },
  {
    name: 'a retry without a time of its own is another act',
    file: names,
    find: 'saidAt: eventId === undefined ? at : saidAt,',
    replace: 'saidAt: at,',
    tests: api,
  },
  {
    name: 'two suppressions without id and time are one',
    file: names,
    find: 'saidAt: eventId === undefined ? at : saidAt,',
    replace: 'saidAt,',
    tests: api,
  },
  {
    name: 'a retry is answered with what held then',
    file: recorder,
    find: 'suppressions: person.subject.suppressions, replayed: true',
    replace: 'suppressions: [], replayed: true',
    tests: api,
  },
  {
    name: 'somebody signed in lifts under the name of another',
    file: 'lambdas/edge/api/suppressions/suppression-routes.ts',
    find: 'if (said === undefined || said === keyId || !lift) return keyId;',
    replace: 'return said ?? keyId;',
    tests: api,
  },
  {
    name: 'of several brakes that are owed only the latest goes on',
    file: 'lambdas/domain/ledger/denial.ts',
    find: '    ...said.filter((entry) => isBrakeOfBusiness(entry, subject)).map(recordedBrake),\n',
    replace: '    ...said.filter((entry) => isBrakeOfBusiness(entry, subject)).slice(-1).map(recordedBrake),\n',
    tests: ['test/domain/ledger/denial'],
  },
  {
    name: 'whom a suppression names is believed to be who was shown by a payload',
    file: 'lambdas/domain/ledger/cut.ts',
    find: "  if (act.kind === 'suppression') return act.reason !== 'administrative';\n",
    replace: '',
    tests: ['test/domain/ledger/denial'],
  },
  {
    name: 'that a brake was lifted is believed of a state whose ledger does not say so',
    file: 'lambdas/domain/ledger/reconcile.ts',
    find: '  const known = {',
    replace: '  const known = {\n    ...{ liftedAt: 2 ** 40 },',
    tests: ['test/domain/ledger/reconcile'],
  },
];
