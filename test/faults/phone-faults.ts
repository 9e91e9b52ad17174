import type { PlantedFault } from './planted-fault.ts';

/** The simulated phone of local mode: who may use it, and that what it shows is what happened. */
export const phoneFaults: readonly PlantedFault[] = [
  {
    name: 'phone: anybody who finds the port moves the clock',
    file: 'dev/phone/phone-server.ts',
    find: "if (!bearsKey(request, parts.apiKey)) return json(401, { message: 'Unauthorized' });",
    replace: '',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: a page of somebody else may ask with a key that it has',
    file: 'dev/phone/guard.ts',
    find: 'if (origin !== undefined && ',
    replace: "if (origin === 'never' && ",
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: a name that was pointed at the loopback is the loopback',
    file: 'dev/phone/guard.ts',
    find: 'if (!/^(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?$/.test(host)) return false;',
    replace: '',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: another site without an origin is ours',
    file: 'dev/phone/guard.ts',
    find: "return site === undefined || site === 'same-origin' || site === 'none';",
    replace: 'return true;',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: an offer is sent without asking',
    file: 'dev/outside-world/offer.ts',
    find: "if (decision === 'deny') return { decision, reasons, sent: false };",
    replace: '',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: the feed leaves out what the table says',
    file: 'dev/live/live.ts',
    find: 'for (const told of watchTable(fresh)) feed.add(told);',
    replace: '',
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'phone: pages lead into the phone in every browser',
    file: 'dev/phone/phone-links.ts',
    find: "/(?:^|;\\s*)optledger-phone=here(?:;|$)/.test(headers.cookie ?? '');",
    replace: "/./.test(headers.host ?? '');",
    tests: ['test/dev/phone.test.ts'],
  },
  {
    name: 'sample: throwing it away leaves its folder',
    file: 'dev/sample/sample.ts',
    find: '      await stop();\n      throwAway();',
    replace: '      await stop();',
    tests: ['test/dev/sample.test.ts'],
  },
  {
    name: 'simulate: a message that nobody heard was heard',
    file: 'dev/told-commands.ts',
    find: '!byNumber.has(receivedBy)',
    replace: "receivedBy === ''",
    tests: ['test/dev/simulate.test.ts'],
  },
];
