import type { PlantedFault } from './planted-fault.ts';

/** Faults of the undo of an import: what it takes away, what it leaves, and that order does not matter. */
const fold = ['test/domain/consent/annulment', 'test/model/imports'];
const store = ['test/adapters/dynamodb/annulments'];
const reconciling = ['test/domain/ledger/reconcile'];

const annulment = 'lambdas/domain/consent/annulment.ts';
const folding = 'lambdas/domain/consent/fold.ts';

export const annulmentFaults: readonly PlantedFault[] = [
  {
    name: 'an annulled grant counts where it comes after its annulment',
    file: folding,
    find: '  if (annulmentOf(statement, folded) !== undefined) return folded;\n',
    replace: '',
    tests: fold,
  },
  {
    name: 'an annulled grant counts in the fold of the whole history',
    file: folding,
    find: '.filter((each) => annulmentOf(each, annulled) === undefined)',
    replace: '',
    tests: fold,
  },
  {
    name: 'the first annulment is believed to change nothing',
    file: folding,
    find: 'return annulSame(folded, annulled) ? { ...folded, ...annulled } : undefined;',
    replace: 'return { ...folded, ...annulled };',
    tests: fold,
  },
  {
    name: 'annulments are forgotten with the next act',
    file: folding,
    find: '    ...(annulled !== undefined && { annulled }),\n',
    replace: '',
    tests: fold,
  },
  {
    name: 'an annulment takes a no away',
    file: annulment,
    find: "if (batch === undefined || level !== 2 || (action !== 'granted' && action !== 'requested')) return undefined;",
    replace: 'if (batch === undefined || level !== 2) return undefined;',
    tests: fold,
  },
  {
    name: 'an annulment takes a first-hand yes away',
    file: annulment,
    find: 'if (batch === undefined || level !== 2 ||',
    replace: 'if (batch === undefined ||',
    tests: fold,
  },
  {
    name: 'an annulment leaves the requests of its import',
    file: annulment,
    find: "(action !== 'granted' && action !== 'requested')",
    replace: "action !== 'granted'",
    tests: fold,
  },
  {
    name: 'of two annulments of one import that which came last is named',
    file: annulment,
    find: 'return other === undefined || isBefore(one, other) ? one : other;',
    replace: 'return one;',
    tests: fold,
  },
  {
    name: 'two people are joined without their histories although only one knows the annulment',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: 'return !annulSame(a, b) || [a, b]',
    replace: 'return [a, b]',
    tests: store,
  },
  {
    name: 'two people who are joined forget what was annulled',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: '    ...joinAnnulled(a, b),\n',
    replace: '',
    tests: ['test/domain/identity/join-subjects'],
  },
  {
    name: 'one line under two keys is answered although only one of them knows the annulment',
    file: 'lambdas/domain/identity/one-line.ts',
    find: '...(!annulSame(a, b) && { unsettled: true }),',
    replace: '',
    tests: ['test/domain/identity/join-subjects'],
  },
  {
    name: 'the state item forgets what was annulled',
    file: 'lambdas/adapters/dynamodb/places/place-item.ts',
    find: '    an: packAnnulments(subject),\n',
    replace: '',
    tests: store,
  },
  {
    name: 'the batch is not in the ledger',
    file: 'lambdas/adapters/dynamodb/entries/ledger-item.ts',
    find: '        batch: item.batch,\n',
    replace: '',
    tests: store,
  },
  {
    name: 'whom an undo takes out of the list is said to have opted out',
    file: 'lambdas/domain/eligibility/row-changes.ts',
    find: "return act.action === 'annulled' ? 'import-undone' : 'opt-out';",
    replace: "return 'opt-out';",
    tests: store,
  },
  {
    name: 'an annulment without an import is recorded',
    file: 'lambdas/domain/ledger/statement-command.ts',
    find: "if (action === 'annulled' && (batch === undefined || level !== 2)) {",
    replace: "if (action === 'annulled' && level !== 2) {",
    tests: store,
  },
  {
    name: 'an annulment that only the state knows is forgotten by a repair',
    file: 'lambdas/domain/ledger/reconcile.ts',
    find: 'const annulments = states.flatMap(annulmentsIn).filter(isUnproven);',
    replace: 'const annulments = states.slice(9).flatMap(annulmentsIn).filter(isUnproven);',
    tests: reconciling,
  },
  {
    name: 'the verdict of an annulled grant names no statement',
    file: 'lambdas/domain/consent/outcomes.ts',
    find: 'annulment === undefined ? refusal(',
    replace: "annulment === undefined || statement.action === 'granted' ? refusal(",
    tests: fold,
  },
];
