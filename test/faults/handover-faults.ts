import type { PlantedFault } from './planted-fault.ts';

/** Faults of what an app says by itself and of the way to a human: answers that nobody wants, and a human who is forgotten. */
const chat = ['test/handlers/automated-replies'];
const rules = ['test/domain/automation', 'test/domain/window/handover.test.ts'];
const spans = ['test/domain/window/handover'];
const api = ['test/handlers/handovers'];
const words = ['test/domain/keywords/match-human'];

const handover = 'lambdas/domain/window/handover.ts';
const decision = 'lambdas/domain/replies/decide-reply.ts';
const decided = 'lambdas/domain/automation/decide-automated.ts';
const unasked = 'lambdas/domain/automation/unasked-reply.ts';
const openingHours = 'lambdas/domain/automation/opening-hours.ts';
const message = 'lambdas/domain/inbound/decide-message.ts';
const errand = 'lambdas/domain/inbound/automated-errand.ts';
const keeper = 'lambdas/adapters/dynamodb/ledger/window-keeper.ts';
const faults = 'lambdas/domain/automation/reply-faults.ts';
const limit = 'lambdas/domain/replies/answer-limit.ts';
const sending = 'lambdas/use-cases/messages/send-reply.ts';

export const handoverFaults: readonly PlantedFault[] = [
  {
    name: 'answers go on during a handover',
    file: decision,
    find: "const silenced: ReadonlySet<ReplyKind> = new Set(['automated-reply', 'first-contact', 'welcome']);",
    replace: "const silenced: ReadonlySet<ReplyKind> = new Set(['first-contact', 'welcome']);",
    tests: chat,
  },
  {
    name: 'a handover silences the confirmation of a stop',
    file: decision,
    find: 'if (silenced.has(request.kind) && withHumanUntil',
    replace: "if (request.kind !== 'handover-confirmed' && withHumanUntil",
    tests: chat,
  },
  {
    name: 'an automated reply goes out long after the message',
    file: decision,
    find: "new Set(['preferences', 'automated-reply', 'handover-confirmed'])",
    replace: "new Set(['preferences', 'handover-confirmed'])",
    tests: chat,
  },
  {
    name: 'an automated reply asks nobody whether everything was stopped',
    file: decision,
    find: "  if (purposes.length === 0) return { send: false, codes: ['nothing-to-ask'] };",
    replace:
      "  if (atOnce.has(request.kind)) return { send: true };\n  if (purposes.length === 0) return { send: false, codes: ['nothing-to-ask'] };",
    tests: chat,
  },
  {
    name: 'a fourth one of a kind in a day',
    file: limit,
    find: 'answer.of === of).length >= mostAnswers',
    replace: 'answer.of === of).length > mostAnswers',
    tests: chat,
  },
  {
    name: 'nothing keeps two of them apart',
    file: limit,
    find: 'if (counting.some(({ at }) => Math.abs(now - at) < apart))',
    replace: 'if (counting.some(({ at }) => Math.abs(now - at) < apart - apart))',
    tests: chat,
  },
  {
    name: 'whoever presses the button within a minute of the greeting waits in vain',
    file: sending,
    find: "    case 'preferences':\n    case 'handover-confirmed':",
    replace:
      "    case 'handover-confirmed':\n      return taken.has(await answers.take({ ...answer, kind: 'automated-reply', apart: 60_000 }));\n    case 'preferences':",
    tests: chat,
  },
  {
    name: 'no limit is asked',
    file: sending,
    find: "return taken.has(await answers.take({ ...answer, kind, of: kindOfAutomated(request.words ?? ''), apart }));",
    replace: 'return apart >= 0;',
    tests: chat,
  },
  {
    name: 'a redelivered message is greeted twice',
    file: 'lambdas/adapters/dynamodb/entries/errand-item.ts',
    find: 'hash.entry(`errand|',
    replace: 'hash.entry(now + `errand|',
    tests: chat,
  },
  {
    name: 'opening hours are those of UTC',
    file: openingHours,
    find: 'const clock = clocks.get(timeZone) ?? wallClock(timeZone);',
    replace: "const clock = clocks.get(timeZone) ?? wallClock(timeZone === '' ? timeZone : 'UTC');",
    tests: [...rules, ...chat],
  },
  {
    name: 'the second at which a shop closes is open',
    file: openingHours,
    find: 'from <= wall && wall < to',
    replace: 'from <= wall && wall <= to',
    tests: rules,
  },
  {
    name: 'hours after midnight are those of no day',
    file: openingHours,
    find: 'let midnight = startOfDay(from) - day;',
    replace: 'let midnight = startOfDay(from);',
    tests: rules,
  },
  {
    name: 'that nobody is there is said to every message',
    file: unasked,
    find: "return isNews ? { kind: 'away' } : undefined;",
    replace: "return isNews || isFirst === false ? { kind: 'away' } : undefined;",
    tests: [...rules, ...chat],
  },
  {
    name: 'a greeting comes a second before the window has closed',
    file: unasked,
    find: '!isOpen({ lastInboundAt: before }, at)',
    replace: '!isOpen({ lastInboundAt: before }, at + 1000)',
    tests: [...rules, ...chat],
  },
  {
    name: 'a message that was noted before is greeted',
    file: decided,
    find: "return before === 'unknown' ? undefined : unaskedReply(",
    replace: "return before === 'unknown' ? { kind: 'greeting' } : unaskedReply(",
    tests: [...rules, ...chat],
  },
  {
    name: 'a keyword of the business is read before ours',
    file: message,
    find: '  switch (understood.act) {\n    // A clear word also settles',
    replace:
      "  switch (app.automatedReplies?.keywords?.some(({ words }) => words.includes(act.text ?? '')) ? 'none' : understood.act) {\n    // A clear word also settles",
    tests: chat,
  },
  {
    name: 'a word that is a stop may be answered',
    file: faults,
    find: "if (match.answer !== 'none') return match.rule;",
    replace: "if (match.answer === 'ambiguous') return match.rule;",
    tests: [...rules, ...api],
  },
  {
    name: 'OPTIN may be answered',
    file: faults,
    find: "matchOptInSms(word) === undefined ? matchHuman(word) : 'optin'",
    replace: 'matchOptInSms(word) === undefined ? matchHuman(word) : undefined',
    tests: [...rules, ...api],
  },
  {
    name: 'edits are answered',
    file: errand,
    find: 'via === undefined && former === undefined',
    replace: "(via === undefined || via === 'edit') && former === undefined",
    tests: ['test/domain/inbound/automated-errand'],
  },
  {
    name: 'a number that was given up hands over',
    file: errand,
    find: 'via === undefined && former === undefined',
    replace: 'via === undefined',
    tests: ['test/domain/inbound/automated-errand'],
  },
  {
    name: 'an SMS is answered like WhatsApp',
    file: errand,
    find: "return channel === 'whatsapp' && via",
    replace: 'return channel !== undefined && via',
    tests: ['test/domain/inbound/automated-errand'],
  },
  {
    name: 'forwarded words are a keyword',
    file: errand,
    find: 'text: forwarded ? undefined : (carried?.rest ?? text),',
    replace: 'text: forwarded ? text : (carried?.rest ?? text),',
    tests: chat,
  },
  {
    name: 'who is asked at a first contact is greeted as well',
    file: errand,
    find: 'if (automatedReplies === undefined || asked === true) return undefined;',
    replace: 'if (automatedReplies === undefined) return undefined;',
    tests: ['test/domain/inbound/automated-errand'],
  },
  {
    name: 'a button of a template is answered',
    file: message,
    find: "return payload === undefined && carried?.kind !== 'choice';",
    replace: "return carried?.kind !== 'choice';",
    tests: chat,
  },
  {
    name: 'words for a human count where no human is offered',
    file: message,
    find: 'return act.payload !== undefined || app.automatedReplies?.human?.enabled === true;',
    replace: 'return act.payload !== undefined || app.automatedReplies !== undefined;',
    tests: chat,
  },
  {
    name: 'a wish for a human is heard before a stop',
    file: 'lambdas/domain/inbound/understand.ts',
    find: "  if (match.answer === 'none') return asksForHuman(text);",
    replace:
      "  if (match.answer === 'none' || /person/.test(text)) return asksForHuman(text.replace(/^.*?i want/i, 'i want'));",
    tests: words,
  },
  {
    name: 'a handover never ends by itself',
    file: handover,
    find: 'return now < until ? until : undefined;',
    replace: 'return until;',
    tests: [...spans, ...chat],
  },
  {
    name: 'a handover ends 24 hours after it began, whatever is said',
    file: handover,
    find: 'const goesOn = openedAt !== undefined',
    replace: 'const goesOn = openedAt === undefined',
    tests: [...spans, ...chat],
  },
  {
    name: 'a handover comes back with the next message',
    file: handover,
    find: 'openedAt < alone && isOpen(window, now)',
    replace: 'openedAt > 0 && isOpen(window, now)',
    tests: [...spans, ...chat],
  },
  {
    name: 'the run of a window goes on when it was closed in between',
    file: keeper,
    find: "await update(', o = :at', '#last = :before'",
    replace: "await update('', '#last = :before'",
    tests: chat,
  },
  {
    name: 'a message that comes again after a merge is answered again',
    file: 'lambdas/adapters/dynamodb/ledger/leave-errand.ts',
    find: '...keysOf(errand.kind, home.absorbed),',
    replace: '...keysOf(errand.kind, []),',
    tests: chat,
  },
  {
    name: 'every app keeps runs, whether or not it answers',
    file: keeper,
    find: 'const keepsRuns = app.automatedReplies !== undefined;',
    replace: "const keepsRuns = app.appId !== '';",
    tests: chat,
  },
  {
    name: 'handed back in the same millisecond is not handed back',
    file: handover,
    find: 'at === before.since ? at + 1 : at',
    replace: 'at',
    tests: [...spans, ...api],
  },
  {
    name: 'a handover is lost in a merge',
    file: 'lambdas/domain/identity/join-subjects.ts',
    find: 'handover: joinHandovers(a.handover ?? {}, b.handover ?? {})',
    replace: 'handover: a.handover ?? {}',
    tests: [...chat, 'test/domain/identity'],
  },
  {
    name: 'a handover stays in the list of who was absorbed',
    file: 'lambdas/adapters/dynamodb/rows/handover-item.ts',
    find: 'if (was !== undefined && before !== undefined) {',
    replace: 'if (was !== undefined && before !== undefined && after !== undefined) {',
    tests: [...api, ...chat],
  },
  {
    name: 'whoever is over goes on standing in the list',
    file: 'lambdas/adapters/dynamodb/directory/handovers.ts',
    find: 'return until === undefined ? [] : [{ subject: home.subject, window }];',
    replace: 'return until === 0 ? [] : [{ subject: home.subject, window }];',
    tests: [...api, ...chat],
  },
  {
    name: 'whoever asks for a human in the second in which they were handed back waits in vain',
    file: handover,
    find: 'toSeconds(at) >= toSeconds(backAt) &&',
    replace: 'at > backAt &&',
    tests: rules,
  },
];
