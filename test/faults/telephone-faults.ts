import type { PlantedFault } from './planted-fault.ts';

const hear = 'lambdas/use-cases/telephone/hear-call.ts';
const welcome = 'lambdas/use-cases/messages/welcome.ts';
const decision = 'lambdas/domain/replies/decide-reply.ts';
const prompts = 'lambdas/adapters/dynamodb/messages/prompt-store.ts';
const hooks = 'lambdas/adapters/dynamodb/admin/call-hook-store.ts';
const ends = 'lambdas/domain/telephone/heard-call.ts';
const call = ['test/handlers/telephone.test.ts'];
const menu = ['test/handlers/telephone-menu.test.ts'];
const hooked = ['test/handlers/call-hooks.test.ts'];
const flow = ['test/handlers/connect-flow.test.ts'];

/** Missed calls, and keys pressed on the telephone. */
export const telephoneFaults: readonly PlantedFault[] = [
  {
    name: 'a key on the telephone is first-hand',
    file: hear,
    find: '      level: 2,',
    replace: '      level: 3,',
    tests: menu,
  },
  {
    name: 'a key on the telephone is an opt-in',
    file: hear,
    find: "  if (key === '1') return 'requested';",
    replace: "  if (key === '1') return 'granted' as 'requested';",
    tests: menu,
  },
  {
    name: 'a key on the telephone that the menu does not offer is a no',
    file: hear,
    find: "key === '2' && offersNo",
    replace: "key === '2' && (offersNo || true)",
    tests: menu,
  },
  {
    name: 'any key on the telephone is a yes',
    file: hear,
    find: "key === '1'",
    replace: "key !== '2'",
    tests: menu,
  },
  {
    name: 'a yes on the telephone counts whatever was said',
    file: 'lambdas/use-cases/telephone/menu.ts',
    find: 'said === name ? spoken : undefined',
    replace: 'spoken',
    tests: [...menu, ...flow],
  },
  {
    name: 'a no on the telephone counts only after the words of today',
    file: hear,
    find: "action === 'refused' ? { purposes: everythingAsked(app) } : {}",
    replace: '{}',
    tests: [...menu, ...flow],
  },
  {
    name: 'a missed call that is told again is another one',
    file: hear,
    find: 'eventId: `call:',
    replace: 'eventId: String(deps.now()) + `call:',
    tests: call,
  },
  {
    name: 'a call opens the window for its welcome',
    file: welcome,
    find: 'isOpen(windowSince(facts.window, app.numberSince), now)',
    replace: 'isOpen({ lastInboundAt: Math.max(request.at, facts.window.lastInboundAt ?? 0) }, now)',
    tests: call,
  },
  {
    name: 'a template is kept out of a country by what it asks for, not by what it is',
    file: decision,
    find: 'missedCallAt: request.at, askedAs }',
    replace: 'missedCallAt: request.at }',
    tests: call,
  },
  {
    name: 'a template that asks after a call arrives in every country',
    file: 'lambdas/domain/eligibility/eligibility.ts',
    find: '(askedAs ?? ofPurpose)',
    replace: "'utility'",
    tests: call,
  },
  {
    name: 'a welcome needs an open window',
    file: decision,
    find: 'isCall ? { missedCallAt: request.at, askedAs } : {}',
    replace: '{}',
    tests: [...call, 'test/domain/replies/decide-welcome.test.ts'],
  },
  {
    name: 'a welcome goes out a day late',
    file: decision,
    find: 'now >= request.at + welcomeLimit',
    replace: 'now > request.at + welcomeLimit',
    tests: call,
  },
  {
    name: 'a welcome comes twice in seven days',
    file: prompts,
    find: "':before': at - welcomesApart",
    replace: "':before': at - 1",
    tests: call,
  },
  {
    name: 'a welcome of another call passes for this one',
    file: prompts,
    find: "'attribute_not_exists(pk) OR entry = :entry OR #at <= :before'",
    replace: "'attribute_not_exists(pk) OR entry <> :entry OR #at <= :before'",
    tests: call,
  },
  {
    name: 'a welcome asks once more for what somebody gets',
    file: 'lambdas/domain/replies/ask-first.ts',
    find: "now).state === 'opted-in') continue;",
    replace: "now).state === 'expired') continue;",
    tests: call,
  },
  {
    name: 'a welcome by a template that Meta paused',
    file: welcome,
    find: 'useOfTemplate(template, await templates.find(name), app, now)',
    replace: "({ ...(await templates.find(name)), category: 'utility' as 'marketing' | 'utility' })",
    tests: call,
  },
  {
    name: 'a welcome that Meta counts as marketing is judged as what it asks for',
    file: welcome,
    find: "use.category === 'marketing' ? asMarketing(app) : app",
    replace: 'app',
    tests: call,
  },
  {
    name: 'a welcome has its yes behind whatever stands first',
    file: welcome,
    find: 'words === undefined || !asksYesOrNo(words)',
    replace: 'words === undefined',
    tests: call,
  },
  {
    name: 'a yes to a welcome forgets the call',
    file: 'lambdas/domain/inbound/decide-prompt-answer.ts',
    find: '...prompt.notice, ...cameBy(prompt), ',
    replace: '...prompt.notice, ',
    tests: call,
  },
  {
    name: 'a welcome goes out although it was switched off',
    file: welcome,
    find: 'setting?.enabled === true ? telephone : undefined',
    replace: 'setting === undefined ? undefined : telephone',
    tests: call,
  },
  {
    name: 'a withheld number is somebody',
    file: ends,
    find: '|| placeholders.has(digits)',
    replace: '',
    tests: ['test/domain/telephone/heard-call.test.ts'],
  },
  {
    name: 'a call to any number is the app’s',
    file: ends,
    find: 'end !== undefined && numbers.has(end)',
    replace: 'end !== undefined && end.length > 9',
    tests: [...call, 'test/domain/telephone/heard-call.test.ts'],
  },
  {
    name: 'our own call that nobody took is theirs',
    file: hear,
    find: "call.digits === undefined && !inbound) return 'outbound'",
    replace: "call.digits === '' && !inbound) return 'outbound'",
    tests: call,
  },
  {
    name: 'a paused point takes calls',
    file: hear,
    find: "pointState(found, now()) === 'open' ? found.point : undefined",
    replace: 'found.point',
    tests: call,
  },
  {
    name: 'a call is read before Twilio’s signature',
    file: 'lambdas/handlers/deps/twilio-call.ts',
    find: "(await judgedTwilio(deps.secrets, appId, asked)) !== 'signed'",
    replace: "(await judgedTwilio(deps.secrets, appId, asked)) === 'unknown-key'",
    tests: call,
  },
  {
    name: 'any secret opens an address for calls',
    file: hooks,
    find: 'item !== undefined && isSecretOf(item, secret, now) ? toHook(item) : undefined',
    replace: 'item !== undefined ? toHook(item) : undefined',
    tests: hooked,
  },
  {
    name: 'the secret before the last rotation is good for ever',
    file: hooks,
    find: 'wasBefore && now < (item.previousSecretUntil ?? 0)',
    replace: 'wasBefore',
    tests: hooked,
  },
  {
    name: 'the secret of an address for calls lies in the table',
    file: hooks,
    find: 'return { secret, secretHash: hashOf(secret) };',
    replace: 'return { secret, secretHash: hashOf(secret), plain: secret };',
    tests: ['test/handlers/call-hooks.test.ts'],
  },
  {
    name: 'who only looks at an address for calls has called',
    file: 'lambdas/handlers/deps/hooked-calls.ts',
    find: 'if (isHead) return',
    replace: 'if (isHead && rawQueryString === "") return',
    tests: hooked,
  },
  {
    name: 'a key in quotation marks is none',
    file: ends,
    find: "digits.replace(/[\"'“”\\s]/g, '')",
    replace: 'digits.trim()',
    tests: [...hooked, ...menu],
  },
];
