import type { PlantedFault } from './planted-fault.ts';

/** Faults of START, of runs of stops, of unclear stops and of expiry: what depends on the order of the acts and not of their arrival. */
const fold = ['test/domain/consent'];
const store = ['test/adapters/dynamodb/consent-order'];

const folding = 'lambdas/domain/consent/fold.ts';
const late = 'lambdas/domain/consent/late-act.ts';
const runs = 'lambdas/domain/consent/stop-run.ts';
const standing = 'lambdas/domain/consent/standing.ts';
const unclear = 'lambdas/domain/consent/unclear-stop.ts';

export const consentOrderFaults: readonly PlantedFault[] = [
  {
    name: 'START renews what it gives back',
    file: standing,
    find: 'from: by.restores?.at ?? by.at',
    replace: 'from: by.at',
    tests: fold,
  },
  {
    name: 'what START gave back hides a longer grant',
    file: standing,
    find: 'found === undefined || grant.from > found.from ||',
    replace: 'found === undefined || grant.by.at > found.by.at ||',
    tests: fold,
  },
  {
    name: 'only the last stop of a run is answered',
    file: folding,
    find: 'run === undefined || (run.ended !== undefined && run.ended.at < stop.at)',
    replace: 'run === undefined || run.last < stop.at',
    tests: fold,
  },
  {
    name: 'every stop since ever is one run',
    file: folding,
    find: 'run === undefined || (run.ended !== undefined && run.ended.at < stop.at)',
    replace: 'run === undefined',
    tests: fold,
  },
  {
    name: 'a grant that did not count divides two stops',
    file: runs,
    find: 'const counted = grant.at > run.last && overrulingRevoke(grant, scopes) === undefined;',
    replace: 'const counted = grant.at > run.last && scopes !== undefined && overrulingRevoke !== undefined;',
    tests: fold,
  },
  {
    name: 'a refusal of everything is no stop',
    file: runs,
    find: "(said.action === 'revoked' || said.action === 'refused') && said.purposes === 'all'",
    replace: "said.action === 'revoked' && said.purposes === 'all'",
    tests: fold,
  },
  {
    name: 'START brings back what was refused between',
    file: runs,
    find: "stood.stands !== 'granted' || saidNo(registersAt(registers, purpose), run.first)",
    replace: "stood.stands !== 'granted'",
    tests: fold,
  },
  {
    name: 'a no in the second of the stop is before it',
    file: runs,
    find: 'no !== undefined && no.at >= since',
    replace: 'no !== undefined && no.at > since',
    tests: fold,
  },
  {
    name: 'START by SMS answers any stop by SMS',
    file: runs,
    find: "(said.receivedBy ?? '')",
    replace: "''",
    tests: [...fold, ...store],
  },
  {
    name: 'START by SMS looks at the last stop only',
    file: runs,
    find: '...(sms !== undefined && sms === stop.sms && { sms }),',
    replace: '...(stop.sms !== undefined && { sms: stop.sms }),',
    tests: fold,
  },
  {
    name: 'START gives back after an erasure',
    file: runs,
    find: 'return run.erased !== true && (',
    replace: 'return (',
    tests: fold,
  },
  {
    name: 'each second of a history looks at the whole of it',
    file: folding,
    find: 'folded = afterSecond(folded, at, said, inMarketing);',
    replace:
      'folded = afterSecond(folded, at, counting.filter(({ saidAt }) => toSeconds(saidAt) === toSeconds(said[0]?.saidAt ?? 0)), inMarketing);',
    tests: ['test/domain/consent/long-histories'],
  },
  {
    name: 'the times of a long ledger are spread into one call',
    file: 'lambdas/domain/time.ts',
    find: '  for (const time of times) {\n',
    replace: '  return { first: Math.min(...times), last: Math.max(...times) };\n  for (const time of times) {\n',
    tests: ['test/domain/consent/long-histories'],
  },
  {
    name: 'what is dated before START does not change what it gave',
    file: folding,
    find: 'if (folded.latestStart !== undefined && at <= folded.latestStart) return undefined;',
    replace: '',
    tests: fold,
  },
  {
    name: 'a START that comes late is taken as the latest act',
    file: folding,
    find: "return stopRun !== 'unknown' && stopRun.last < at && latestPartialNo(registers) < at;",
    replace: "return stopRun !== 'unknown';",
    tests: fold,
  },
  {
    name: 'a late grant between two stops is one before them',
    file: late,
    find: 'return at === run.first || at === run.last ? { stopRun: { ...run, uncounted: true } } : unknown;',
    replace: 'return { stopRun: { ...run, uncounted: true } };',
    tests: fold,
  },
  {
    name: 'a late opt-in from before the stop is forgotten',
    file: late,
    find: 'return { stopRun: purposes.reduce((each, purpose) => withEarlier(each, purpose, register, at), run) };',
    replace: 'return register === undefined ? unknown : { stopRun: run };',
    tests: fold,
  },
  {
    name: 'a late no from before the stop is forgotten',
    file: late,
    find: 'scopeNames(statement).reduce((each, name) => withEarlier(each, name, register, at), run)',
    replace:
      'scopeNames(statement).reduce((each, name) => (name === register ? withEarlier(each, name, register, at) : each), run)',
    tests: fold,
  },
  {
    name: 'a no in the second of a grant does not undo that it ended the run',
    file: late,
    find: 'return at === ended.at || (isOwn &&',
    replace: 'return (isOwn &&',
    tests: fold,
  },
  {
    name: 'every START reads the ledger',
    file: folding,
    find: "if (statement.action === 'resumed' && !isStartKnown(folded, at)) return undefined;",
    replace: "if (statement.action === 'resumed' && isStartKnown !== undefined) return undefined;",
    tests: [...fold, 'test/adapters/dynamodb/capacity'],
  },
  {
    name: 'a request before START reads the ledger',
    file: folding,
    find: "if (statement.action === 'requested') return {",
    replace: "if (statement.action === 'requested' && folded.latestStart === undefined) return {",
    tests: fold,
  },
  {
    name: 'what a stop takes with it is forgotten in the table',
    file: 'lambdas/adapters/dynamodb/places/stop-run-codec.ts',
    find: '...(hidden.length > 0 && { sb: Object.fromEntries(hidden) }),',
    replace: '',
    tests: [...store, 'test/adapters/dynamodb/places/stop-run-codec'],
  },
  {
    name: 'a state of a former version is taken for one without stops',
    file: 'lambdas/adapters/dynamodb/places/stop-run-codec.ts',
    find: "return [R1, R2, R3, E].some((stop) => stop !== undefined) ? 'unknown' : undefined;",
    replace: 'return [R1, R2, R3, E].length > 9 ? undefined : undefined;',
    tests: store,
  },
  {
    name: 'an unclear stop in the second of what settles it is settled',
    file: unclear,
    find: 'toSeconds(unclearStop.at) < settledAt(subject)',
    replace: 'toSeconds(unclearStop.at) <= settledAt(subject)',
    tests: store,
  },
  {
    name: 'START settles no unclear stop',
    file: unclear,
    find: '[...stops, latestStart, keptAt]',
    replace: '[...stops, keptAt, latestStart === undefined ? -1 : -1]',
    tests: store,
  },
  {
    name: 'a reported stop settles an unclear one',
    file: unclear,
    find: 'registersAt(registers, scope).R3?.at)',
    replace: 'Math.max(...Object.values(registersAt(registers, scope)).map(({ at }) => at)))',
    tests: store,
  },
  {
    name: 'keep is remembered only while there is something to settle',
    file: 'lambdas/domain/ledger/decide-person-event.ts',
    find: '{ ...subject, keptAt: Math.max(subject.keptAt ?? -1, toSeconds(at)) }',
    replace:
      '{ ...subject, keptAt: subject.suppressions.length > 0 ? Math.max(subject.keptAt ?? -1, toSeconds(at)) : subject.keptAt }',
    tests: store,
  },
  {
    name: 'the unclear stop that arrived last counts',
    file: unclear,
    find: 'if (a.at !== b.at) return a.at > b.at ? a : b;',
    replace: 'if (a.at !== b.at) return b;',
    tests: store,
  },
  {
    name: 'a reported opt-in lifts an unclear stop',
    file: unclear,
    find: 'const own = registersAt(registers, purpose).G3;',
    replace: 'const { G2, G3 } = registersAt(registers, purpose);\n  const own = G2 ?? G3;',
    tests: store,
  },
  {
    name: 'an own opt-in lifts no unclear stop',
    file: unclear,
    find: "return suppression.reason === 'ambiguous-stop' && own !== undefined &&",
    replace: "return suppression.reason === 'quality' && own !== undefined &&",
    tests: [...store, 'test/domain/eligibility'],
  },
  {
    name: 'after a merge the settling act of the other is lost',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: 'Math.max(a.keptAt ?? -1, b.keptAt ?? -1)',
    replace: 'a.keptAt ?? -1',
    tests: store,
  },
  {
    name: 'after a merge the unclear stop of the other is lost',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: 'laterUnclearStop(a.unclearStop, b.unclearStop)',
    replace: 'a.unclearStop ?? laterUnclearStop(undefined, undefined)',
    tests: store,
  },
  {
    name: 'the answer to an opt-in forgets expiry',
    file: 'lambdas/domain/ledger/decide-statement.ts',
    find: 'const purpose = findPurpose(app, purposeId) ?? {',
    replace: "const purpose = { purposeId, category: findPurpose(app, purposeId)?.category ?? 'marketing' } ?? {",
    tests: store,
  },
  {
    name: 'a grant that was taken back still ends the stop',
    file: standing,
    find: 'return isBack ? undefined : stop;\n}\n\n/**\n * The stop of marketing',
    replace:
      'return isBack || Object.values(registers).some(({ G3 }) => G3 !== undefined && G3.at > stop.at) ? undefined : stop;\n}\n\n/**\n * The stop of marketing',
    tests: fold,
  },
];
