import type { PlantedFault } from './planted-fault.ts';

/** The screens of the ways in that are no pages, the gate's, and the phone that meets them. */
export const channelsFaults: readonly PlantedFault[] = [
  {
    name: 'channels: the sample of a client leads past the gate',
    file: 'console/src/gate/samples.ts',
    find: 'const sdk = new Client({\n  prefixUrl:',
    replace: 'const sdk = new Client({\n  address:',
    tests: ['test/console/samples.test.ts'],
  },
  {
    name: 'channels: the console offers signups where Meta does not',
    file: 'console/src/onboarding/signups/not-offered.ts',
    find: '234 NG,',
    replace: '',
    tests: ['test/console/not-offered.test.ts'],
  },
  {
    name: 'channels: nobody is told that whoever writes first is not asked',
    file: 'lambdas/use-cases/people/attention.ts',
    find: 'return whatsapp === undefined || !isThere;',
    replace: 'return !isThere;',
    tests: ['test/handlers/attention.test.ts'],
  },
  {
    name: 'channels: the phone shows a template in another language',
    file: 'dev/outside-world/message-templates.ts',
    find: '.find((each) => each.name === name && each.language === language);\n    if (found === undefined) return undefined;',
    replace: '.find((each) => each.name === name);\n    if (found === undefined) return undefined;',
    tests: ['test/dev/phone.test.ts'],
  },
];
