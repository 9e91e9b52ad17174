import type { PlantedFault } from './planted-fault.ts';

/** What the simulated phone sends back, and what the console says of the messages that went out. */
export const screensFaults: readonly PlantedFault[] = [
  {
    name: 'screens: what was sent stands under another entry',
    file: 'console/src/users/sends/weave.ts',
    find: 'sends.filter(({ statementId }) => statementId === entry.statementId)',
    replace: 'loose.splice(0, 1)',
    tests: ['test/console/weave.test.ts'],
  },
  {
    name: 'screens: a message that no entry asked for is shown nowhere',
    file: 'console/src/users/sends/weave.ts',
    find: 'return [...woven, ...loose.slice(next).map((send) => ({ send }))];',
    replace: 'return woven;',
    tests: ['test/console/weave.test.ts'],
  },
  {
    name: 'screens: nobody is told which entry a reply answers',
    file: 'lambdas/contract/consumers.ts',
    find: "[...key, 'n', 'at'",
    replace: "[...key, 'at'",
    tests: ['test/handlers/relay.test.ts'],
  },
  {
    name: 'screens: the phone edits what was tapped',
    file: 'dev/phone/phone.ts',
    find: 'if (answered !== undefined || ',
    replace: 'if (',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'screens: the phone opens a chat for the first time twice',
    file: 'dev/phone/phone.ts',
    find: "if (linesOf(person).some((line) => line.via === 'whatsapp' && line.ours === ours))",
    replace: 'if (ours === undefined)',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'screens: a form is sent with a token of its own',
    file: 'dev/phone/phone.ts',
    find: '{ ...filledIn(act), flow_token: form.token }',
    replace: '{ flow_token: form.token, ...filledIn(act) }',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'screens: a quick reply sends its words in place of its payload',
    file: 'dev/phone/shown.ts',
    find: 'id: payloads.get(place) || title',
    replace: 'id: title',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'screens: a tap names no message that it answers',
    file: 'dev/outside-world/meta-webhook.ts',
    find: '{ context: { from: displayPhone, id: answerTo } }',
    replace: '{}',
    tests: ['test/dev/outside-world/meta-webhook.test.ts'],
  },
  {
    name: 'screens: a yes in the preview of a chat is confirmed in other words than in the chat',
    file: 'lambdas/domain/languages/en/replies.ts',
    find: '{business}: you’re in. We’ll send you',
    replace: '{business}: done. We’ll send you',
    tests: ['test/console/reply-words.test.ts'],
  },
];
