import type { PlantedFault } from './planted-fault.ts';

const fold = ['test/domain/consent', 'test/model/fold'];
const store = ['test/adapters/dynamodb/statements', 'test/adapters/dynamodb/identity'];
const identity = ['test/domain/identity/decide-identity', 'test/adapters/dynamodb/identity'];
const eligibility = ['test/domain/eligibility'];
const webhook = [
  'test/adapters/providers/meta/fixtures',
  'test/use-cases/inbound/hear-inbound',
  'test/handlers/whatsapp',
];

const standing = 'lambdas/domain/consent/standing.ts';
const folding = 'lambdas/domain/consent/fold.ts';
const decision = 'lambdas/domain/eligibility/message-rules.ts';
const window = 'lambdas/domain/window/customer-service-window.ts';
const writes = 'lambdas/adapters/dynamodb/rows/subject-writes.ts';
const keeper = 'lambdas/adapters/dynamodb/ledger/window-keeper.ts';

export const consentFaults: readonly PlantedFault[] = [
  {
    name: 'a tie goes to opted in',
    file: standing,
    find: 'revoke.at >= grant.at',
    replace: 'revoke.at > grant.at',
    tests: fold,
  },
  {
    name: 'a reported grant undoes the own stop',
    file: standing,
    find: 'return grant.level === 3 ? undefined : unansweredOwnNo(scopes);',
    replace: 'return undefined;',
    tests: fold,
  },
  {
    name: 'a stop of everything is not looked at',
    file: standing,
    find: 'wider: marketing ? [all, registersAt(registers, allMarketing)] : [all],',
    replace: 'wider: marketing ? [registersAt(registers, allMarketing)] : [],',
    tests: fold,
  },
  {
    name: 'an own grant answers no earlier stop',
    file: standing,
    find: 'ownYes.at > ownNo.at',
    replace: 'ownYes.at < ownNo.at',
    tests: fold,
  },
  { name: 'a request lowers a stop', file: standing, find: 'own.Q.at > lastNo.at', replace: 'true', tests: fold },
  {
    name: 'arrival order instead of the order of the acts',
    file: 'lambdas/domain/consent/registers.ts',
    find: 'at: toSeconds(statement.saidAt),',
    replace: 'at: toSeconds(statement.recordedAt),',
    tests: [...fold, ...store],
  },
  {
    name: 'milliseconds decide',
    file: 'lambdas/domain/time.ts',
    find: 'return Math.floor(time / 1000);',
    replace: 'return time / 1000;',
    tests: fold,
  },
  {
    name: 'the earlier mark wins',
    file: 'lambdas/domain/consent/registers.ts',
    find: 'a.at > b.at ? a : b',
    replace: 'a.at < b.at ? a : b',
    tests: fold,
  },
  {
    name: 'a refusal is no revoke',
    file: folding,
    find: "    case 'revoked':\n    case 'refused':\n      return put",
    replace: "    case 'refused':\n      return registers;\n    case 'revoked':\n      return put",
    tests: fold,
  },
  {
    name: 'the window is open at 24 hours',
    file: window,
    find: 'now < times.lastInboundAt + serviceWindow',
    replace: 'now <= times.lastInboundAt + serviceWindow',
    tests: [...eligibility, 'test/adapters/dynamodb/identity'],
  },
  {
    name: 'presence of the window item means open',
    file: window,
    find: 'times.lastInboundAt !== undefined && now < times.lastInboundAt + serviceWindow',
    replace: 'times.lastInboundAt !== undefined',
    tests: [...eligibility, 'test/adapters/dynamodb/identity'],
  },
  {
    name: 'a template needs the open window only',
    file: decision,
    find: "if (consent.state !== 'opted-in') {\n",
    replace: "if (consent.state !== 'opted-in' && !isOpen(facts.window, now)) {\n",
    tests: eligibility,
  },
  {
    name: 'the platform stop denies every category',
    file: decision,
    find: "if (category !== 'marketing' || !isPlatformStopped(stop)) return [];",
    replace: 'if (!isPlatformStopped(stop)) return [];',
    tests: eligibility,
  },
  {
    name: 'a stop does not stop free-form messages',
    file: decision,
    find: 'if (stop !== undefined) denials.unshift(',
    replace: 'if (stop === undefined && false) denials.unshift(',
    tests: eligibility,
  },
  {
    name: 'an opt-in question is asked after a stop',
    file: decision,
    find: "else if (stood.stands === 'revoked') {",
    replace: "else if (stood.stands === 'revoked' && stood.erased) {",
    tests: eligibility,
  },
  {
    name: 'a resume in the same second lifts the platform stop',
    file: 'lambdas/domain/identity/subject.ts',
    find: 'Math.floor(stop.stoppedAt / 1000) >= Math.floor(stop.resumedAt / 1000)',
    replace: 'Math.floor(stop.stoppedAt / 1000) > Math.floor(stop.resumedAt / 1000)',
    tests: [...eligibility, 'test/adapters/dynamodb/identity'],
  },
  {
    name: 'a merge keeps the state of the survivor only',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: 'registers: joinRegisters(a.registers, b.registers)',
    replace: 'registers: a.registers',
    tests: identity,
  },
  {
    name: 'a time ahead is not capped',
    file: 'lambdas/domain/ledger/decide-statement.ts',
    find: 'const saidAt = Math.min(command.saidAt, now);',
    replace: 'const saidAt = command.saidAt;',
    tests: store,
  },
  {
    name: 'conflicts are not tried again',
    file: 'lambdas/adapters/dynamodb/table/transaction.ts',
    find: "  'TransactionConflict',\n  'ThrottlingError',\n",
    replace: '',
    tests: ['test/adapters/dynamodb/faults'],
  },
  {
    name: 'what is hashed depends on the order in which somebody wrote it',
    file: 'lambdas/domain/ledger/canonical-json.ts',
    find: 'Object.keys(object).sort()',
    replace: 'Object.keys(object)',
    tests: ['test/domain/ledger/canonical-json', 'test/domain/ledger/same-act'],
  },
  {
    name: 'evidence with an undefined member has another hash than without',
    file: 'lambdas/domain/ledger/chain.ts',
    find: 'isJson(evidence) ?',
    replace: 'isJson(0) ?',
    tests: ['test/domain/ledger/chain'],
  },
  {
    name: 'an undefined element of a list is stored, which the table refuses',
    file: 'lambdas/adapters/dynamodb/table/attributes.ts',
    find: 'value.filter(isStored).map(toAttribute)',
    replace: 'value.map(toAttribute)',
    tests: ['test/adapters/dynamodb/table/attributes'],
  },
  {
    name: 'a large integer is read as the next one that a number can say',
    file: 'lambdas/adapters/dynamodb/table/attributes.ts',
    find: 'return isExact(number) ? number : convertToNative(attribute);',
    replace: 'return number;',
    tests: ['test/adapters/dynamodb/table/attributes'],
  },
  {
    name: 'the same event id with another content passes',
    file: 'lambdas/domain/ledger/same-act.ts',
    find: 'if (!command.provider && first.content !== contentHash) {',
    replace: 'if (first === null) {',
    tests: store,
  },
  {
    name: 'a lost row leaves no withdrawal row',
    file: writes,
    find: 'if (withdrawn.length > 0)',
    replace: 'if (withdrawn.length > 9)',
    tests: [...store, 'test/adapters/dynamodb/capacity'],
  },
  {
    name: 'a repeated opt-in rewrites its row',
    file: 'lambdas/domain/eligibility/row-changes.ts',
    find: 'findPurpose(app, purposeId)?.validForDays !== undefined',
    replace: 'true',
    tests: ['test/adapters/dynamodb/capacity'],
  },
  {
    name: 'an older message moves the window back',
    file: keeper,
    find: "await update(' REMOVE o', '#last < :at', {})",
    replace: "await update(' REMOVE o', 'attribute_exists(pk)', {})",
    tests: ['test/adapters/dynamodb/identity'],
  },
  {
    name: 'only the first entry of a batch is read',
    file: 'lambdas/adapters/providers/meta/parse-webhook.ts',
    find: 'for (const entry of entries) {',
    replace: 'for (const entry of entries.slice(0, 1)) {',
    tests: webhook,
  },
  {
    name: 'only the first item of a change is read',
    file: 'lambdas/adapters/providers/meta/parse-webhook.ts',
    find: 'for (const item of items) events.push(',
    replace: 'for (const item of items.slice(0, 1)) events.push(',
    tests: webhook,
  },
  {
    name: 'a forwarded STOP counts',
    file: 'lambdas/domain/inbound/understand.ts',
    find: 'return text === undefined || message.forwarded ?',
    replace: 'return text === undefined ?',
    tests: webhook,
  },
  {
    name: 'history counts as live',
    file: 'lambdas/adapters/providers/meta/parse-webhook.ts',
    find: "const field = textOf(change, 'field') ?? '';",
    replace: "const field = (textOf(change, 'field') ?? '').replace('history', 'messages');",
    tests: webhook,
  },
  {
    name: 'Mexico 521 is another line than 52',
    file: 'lambdas/domain/identity/phone.ts',
    find: "digits.startsWith('521')",
    replace: "digits.startsWith('599')",
    tests: ['test/domain/identity/phone', ...webhook],
  },
];
