import type { PlantedFault } from './planted-fault.ts';

/** Faults of stops of marketing: what they cover, what they leave, and who hears of it. */
const fold = ['test/domain/consent'];
const store = ['test/adapters/dynamodb/marketing-stops'];
const api = ['test/handlers/marketing-stops'];

const standing = 'lambdas/domain/consent/standing.ts';
const runs = 'lambdas/domain/consent/stop-run.ts';
const decision = 'lambdas/domain/eligibility/message-rules.ts';
const rows = 'lambdas/domain/eligibility/eligible-row.ts';

export const marketingFaults: readonly PlantedFault[] = [
  {
    name: 'a stop of marketing is not looked at',
    file: standing,
    find: 'wider: marketing ? [all, registersAt(registers, allMarketing)] : [all],',
    replace: 'wider: [all, ...(marketing ? [] : [])],',
    tests: fold,
  },
  {
    name: 'a stop of marketing stops everything',
    file: standing,
    find: 'wider: marketing ? [all, registersAt(registers, allMarketing)] : [all],',
    replace: 'wider: [all, registersAt(registers, allMarketing)],',
    tests: fold,
  },
  {
    name: 'taking the category away frees people',
    file: 'lambdas/domain/app/app-settings.ts',
    find: "return had && given.category !== 'marketing' ? { ...given, wasMarketing: true } : given;",
    replace: "return had && given.category === 'marketing' ? { ...given, wasMarketing: true } : given;",
    tests: [...api, 'test/domain/app'],
  },
  {
    name: 'the memory of a category is lost at the second change',
    file: 'lambdas/domain/app/app-settings.ts',
    find: 'const had = before !== undefined && isMarketing(before);',
    replace: "const had = before?.category === 'marketing' && isMarketing(before);",
    tests: [...api, 'test/domain/app'],
  },
  {
    name: 'what was marketing once is not covered',
    file: 'lambdas/domain/consent/purpose-terms.ts',
    find: "return purpose.category === 'marketing' || purpose.wasMarketing === true;",
    replace: "return purpose.category === 'marketing';",
    tests: [...fold, ...api],
  },
  {
    name: 'a stop of marketing denies free-form messages',
    file: decision,
    find: 'const stop = standingStop(facts.registers, marketingOf(settings));\n  if (stop !== undefined) denials.unshift(',
    replace:
      'const stop = standingStop(facts.registers, marketingOf(settings)) ?? standingMarketingStop(facts.registers, marketingOf(settings));\n  if (stop !== undefined) denials.unshift(',
    tests: [...api, 'test/domain/eligibility'],
  },
  {
    name: 'somebody is asked to opt in after a stop of marketing',
    file: decision,
    find: 'else if (marketingStop !== undefined) denials',
    replace: 'else if (marketingStop !== undefined && purpose.keywordOptIn) denials',
    tests: ['test/domain/eligibility'],
  },
  {
    name: 'START answers a stop of marketing',
    file: runs,
    find: "return (said.action === 'revoked' || said.action === 'refused') && said.purposes === 'all';",
    replace: "return (said.action === 'revoked' || said.action === 'refused') && typeof said.purposes === 'string';",
    tests: fold,
  },
  {
    name: 'what a stop of marketing said between comes back by START',
    file: runs,
    find: "const ifMarketing = noToMarketing || inMarketing.stands !== 'granted' ? null : inMarketing.from;",
    replace:
      "const ifMarketing = (noToMarketing && !noToMarketing) || inMarketing.stands !== 'granted' ? null : inMarketing.from;",
    tests: fold,
  },
  {
    name: 'what a stop of marketing ended before the stop comes back by START',
    file: runs,
    find: "const ifMarketing = noToMarketing || inMarketing.stands !== 'granted' ? null : inMarketing.from;",
    replace:
      "const ifMarketing = noToMarketing ? null : inMarketing.stands === 'granted' ? inMarketing.from : stood.from;",
    tests: fold,
  },
  {
    name: 'an opt-in to marketing as a whole is taken',
    file: 'lambdas/domain/ledger/statement-command.ts',
    find: "if (typeof purposes !== 'string' || isDenial(action)) return;",
    replace: "if (purposes !== 'all' || isDenial(action)) return;",
    tests: store,
  },
  {
    name: 'the API takes an opt-in to marketing for an odd list',
    file: 'lambdas/edge/api/consent/statement.ts',
    find: "if (given !== 'all' && given !== 'marketing') return given;",
    replace: "if (given !== 'all') return given;",
    tests: api,
  },
  {
    name: 'a stop of marketing takes the row away',
    file: rows,
    find: 'const found = standing(subject.registers, purposeId, false);',
    replace: 'const found = standing(subject.registers, purposeId, true);',
    tests: store,
  },
  {
    name: 'a row does not show a stop of marketing',
    file: rows,
    find: 'marketingStoppedAt: isInMarketing ? undefined',
    replace: "marketingStoppedAt: inMarketing.stands !== 'nothing' ? undefined",
    tests: store,
  },
  {
    name: 'an export does not read the mark',
    file: rows,
    find: '...(marketingStoppedAt !== undefined && { [allMarketing]: { R3: stop } }),',
    replace: '',
    tests: ['test/use-cases/exports/finish-export', ...store],
  },
  {
    name: 'an export forgets since when a restored grant is valid',
    file: rows,
    find: 'restores: { at: from ?? said.at, ifMarketing }',
    replace: 'restores: { at: said.at, ifMarketing: ifMarketing === null ? null : said.at }',
    tests: ['test/use-cases/exports/finish-export', ...store],
  },
  {
    name: 'withdrawals name purposes that are not marketing',
    file: 'lambdas/domain/eligibility/row-changes.ts',
    find: 'isBraked(had, has) && marketingOf(app)(purposeId);',
    replace: 'isBraked(had, has);',
    tests: [...store, 'test/adapters/dynamodb/identity'],
  },
  {
    name: 'a stop of marketing withdraws nobody',
    file: 'lambdas/domain/eligibility/row-changes.ts',
    find: "const brakes = ['platformStoppedAt', 'ambiguousStopSince', 'suppressedSince', 'marketingStoppedAt'] as const;",
    replace: "const brakes = ['platformStoppedAt', 'ambiguousStopSince', 'suppressedSince'] as const;",
    tests: [...store, ...api],
  },
  {
    name: 'a stop of marketing settles no unclear stop',
    file: 'lambdas/domain/consent/unclear-stop.ts',
    find: '[everything, allMarketing].map(',
    replace: '[everything, allMarketing].slice(0, 1).map(',
    tests: ['test/adapters/dynamodb/consent-order'],
  },
  {
    name: 'a stop of marketing is confirmed each time',
    file: 'lambdas/domain/ledger/confirmed-once.ts',
    find: 'return stopped || standingMarketingStop(before.registers, inMarketing) !== undefined ? undefined : reply;',
    replace: 'return stopped ? undefined : reply;',
    tests: store,
  },
  {
    name: 'whoever stopped everything is told what goes on',
    file: 'lambdas/domain/ledger/confirmed-once.ts',
    find: 'return stopped || standingMarketingStop(before.registers, inMarketing) !== undefined ? undefined : reply;',
    replace: 'return standingMarketingStop(before.registers, inMarketing) !== undefined ? undefined : reply;',
    tests: store,
  },
  {
    name: 'a stop of marketing is heard as a stop of everything',
    file: 'lambdas/domain/inbound/decide-message.ts',
    find: "return understood.of === 'marketing'",
    replace: "return understood.of === ('none' as string)",
    tests: ['test/handlers/whatsapp-webhook'],
  },
  {
    name: 'the button of the page stops everything',
    file: 'lambdas/edge/pages/person/preferences.ts',
    find: "of: 'marketing', words: own.stopMarketing",
    replace: "of: 'all', words: own.stopMarketing",
    tests: ['test/handlers/preference-page'],
  },
];
