import type { PlantedFault } from './planted-fault.ts';

/** Faults of changing what comes in the thread: the word, the list, its switches, the third way, and payloads that were issued. */
const thread = ['test/handlers/thread'];
const issued = ['test/handlers/issued-prompts'];
const words = ['test/domain/keywords/preferences-words'];
const composed = ['test/domain/replies/compose-reply'];
const fixtures = ['test/handlers/button-fixtures'];

const prompt = 'lambdas/domain/prompts/prompt.ts';
const newPrompt = 'lambdas/domain/prompts/new-prompt.ts';
const answer = 'lambdas/domain/inbound/decide-prompt-answer.ts';
const understand = 'lambdas/domain/inbound/understand.ts';
const decide = 'lambdas/domain/inbound/decide-message.ts';
const content = 'lambdas/adapters/providers/meta/message-content.ts';
const match = 'lambdas/domain/keywords/match-keyword.ts';
const list = 'lambdas/domain/replies/preferences-list.ts';
const reply = 'lambdas/domain/replies/decide-reply.ts';
const show = 'lambdas/use-cases/messages/show-preferences.ts';

export const threadFaults: readonly PlantedFault[] = [
  {
    name: 'a switch grants everything that the list shows',
    file: prompt,
    find: 'purposes.slice(answer.purpose, answer.purpose + 1)',
    replace: 'purposes',
    tests: thread,
  },
  {
    name: 'the visible title of a row acts',
    file: content,
    find: "const id = idOf(answer, 'id');",
    replace: "const id = idOf(answer, type === 'list_reply' ? 'title' : 'id');",
    tests: fixtures,
  },
  {
    name: 'rows of lists are not heard',
    file: content,
    find: "if (type !== 'button_reply' && type !== 'list_reply') return { opensWindow };",
    replace: "if (type !== 'button_reply') return { opensWindow };",
    tests: fixtures,
  },
  {
    name: 'a list acts for whoever presses it',
    file: answer,
    find: 'prompt.appId !== app.appId || !presser.includes(prompt.subjectId)',
    replace: 'prompt.appId !== app.appId || presser.length === 0',
    tests: thread,
  },
  {
    name: 'a switch opts in without a notice',
    file: answer,
    find: '(prompt.notice === undefined || act.at >= prompt.expiresAt)',
    replace: 'act.at >= prompt.expiresAt',
    tests: thread,
  },
  {
    name: 'what was issued opts in for ever',
    file: answer,
    find: '(prompt.notice === undefined || act.at >= prompt.expiresAt)',
    replace: 'prompt.notice === undefined',
    tests: issued,
  },
  {
    name: 'a list of last week opts in',
    file: list,
    find: 'listsHoldFor: Milliseconds = 24 * 60 * 60 * 1000',
    replace: 'listsHoldFor: Milliseconds = 240 * 60 * 60 * 1000',
    tests: ['test/architecture/promised-numbers'],
  },
  {
    name: 'the button that ends marketing ends everything',
    file: understand,
    find: "return { act: 'stop', of: 'marketing', rule: payload.id };",
    replace: "return { act: 'stop', of: 'all', rule: payload.id };",
    tests: issued,
  },
  {
    name: 'the button that ends marketing does nothing',
    file: understand,
    find: 'case buttonPayloads.stopMarketing:',
    replace: "case 'optledger:no-more-offers':",
    tests: issued,
  },
  {
    name: 'the third way is offered where nothing would go on',
    file: 'lambdas/domain/replies/compose-reply.ts',
    find: 'named.length > 0 && goingOn.length > 0;',
    replace: 'named.length > 0;',
    tests: composed,
  },
  {
    name: 'a Flow grants what was not ticked',
    file: prompt,
    find: 'purposes.filter((purpose) => answer.ticked.includes(purpose))',
    replace: 'purposes',
    tests: issued,
  },
  {
    name: 'a Flow grants what was not shown',
    file: prompt,
    find: 'purposes.filter((purpose) => answer.ticked.includes(purpose))',
    replace: 'answer.ticked',
    tests: issued,
  },
  {
    name: 'the stop in a Flow is lost',
    file: understand,
    find: 'payload.stop && parseFlowToken(payload.id) !== undefined',
    replace: 'false',
    tests: issued,
  },
  {
    name: 'anybody’s Flow stops everything',
    file: understand,
    find: 'payload.stop && parseFlowToken(payload.id) !== undefined',
    replace: 'payload.stop',
    tests: issued,
  },
  {
    name: 'who issued a payload is not kept',
    file: answer,
    find: '...cameBy(prompt), ...making(prompt) }',
    replace: '...cameBy(prompt) }',
    tests: issued,
  },
  {
    name: 'payloads are issued for most of a year',
    file: newPrompt,
    find: 'most: 30 * 24 * hour',
    replace: 'most: 300 * 24 * hour',
    tests: issued,
  },
  {
    name: 'payloads opt in to what the notice does not name',
    file: newPrompt,
    find: 'unknown.length > 0 ? unknown : undescribed.map(',
    replace: 'unknown.length > 0 ? unknown : ([] as typeof undescribed).map(',
    tests: issued,
  },
  {
    name: 'a stop beside the word for the list is lost',
    file: match,
    find: 'const stop = stopIn(read, whole);',
    replace:
      'const stop = [...preferencesRules.keys()].some((word) => whole.includes(word)) ? undefined : stopIn(read, whole);',
    tests: words,
  },
  {
    name: 'the word for the list is heard inside a sentence',
    file: match,
    find: 'preferencesRules.get(withoutRequest(whole));',
    replace: '[...preferencesRules].find(([word]) => whole.includes(word))?.[1];',
    tests: words,
  },
  {
    name: 'nobody gets the list',
    file: decide,
    find: 'changes: [...windowAfter([]), ...errand]',
    replace: 'changes: windowAfter([])',
    tests: thread,
  },
  {
    name: 'who writes for the first time gets no list',
    file: decide,
    find: 'changes: [...windowAfter([]), ...errand]',
    replace: 'changes: [...errand, ...windowAfter([])]',
    tests: thread,
  },
  {
    name: 'a word for the list takes a message away from its choice',
    file: decide,
    find: "understood.act === 'preferences' && of.carried === undefined",
    replace: "understood.act === 'preferences'",
    tests: thread,
  },
  {
    name: 'a list comes whenever it comes',
    file: reply,
    find: "new Set(['preferences', 'automated-reply'",
    replace: "new Set(['automated-reply'",
    tests: thread,
  },
  {
    name: 'two robots send each other lists for ever',
    file: 'lambdas/use-cases/messages/send-reply.ts',
    find: "    case 'preferences':\n    case 'handover-confirmed':",
    replace: "    case 'handover-confirmed':",
    tests: thread,
  },
  {
    name: 'of many purposes a way out does not fit',
    file: list,
    find: '[...all.filter(({ isOn }) => isOn), ...all.filter((each) => !each.isOn && described(each))]',
    replace: 'all.filter((each) => each.isOn || described(each)).toReversed()',
    tests: thread,
  },
  {
    name: 'a list adds under words that the person never read',
    file: show,
    find: 'version.publishedAt < (mark.at + 1) * 1000',
    replace: 'version.publishedAt >= 0',
    tests: thread,
  },
  {
    name: 'the notice of the automated message is passed over',
    file: show,
    find: 'if (asked !== undefined) return asked;',
    replace: '',
    tests: thread,
  },
  {
    name: 'a switch that ends nothing is confirmed again',
    file: 'lambdas/domain/ledger/confirmed-once.ts',
    find: 'isGranted(before.registers, purpose, inMarketing(purpose)) &&',
    replace: '',
    tests: thread,
  },
  {
    name: 'a confirmation says that something ended which goes on',
    file: 'lambdas/domain/replies/reply-words.ts',
    find: "purposes.includes(purpose.purposeId) && consentState(registers, purpose, now).state !== 'opted-in',",
    replace: 'purposes.includes(purpose.purposeId),',
    tests: thread,
  },
];
