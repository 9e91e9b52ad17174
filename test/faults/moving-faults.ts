import type { PlantedFault } from './planted-fault.ts';

const tests = ['test/cli/move-command'];

/** Faults in what is made of the files of other systems. */
export const movingFaults: readonly PlantedFault[] = [
  {
    name: 'a yes that nobody dates is moved',
    file: 'cli/move/import-files.ts',
    find: "if (date === '') return undated === undefined ? 'Nobody says when this yes was said.' : undefined;",
    replace: "if (date === '') return undefined;",
    tests,
  },
  {
    name: 'a yes with a date that is none is moved',
    file: 'cli/move/import-files.ts',
    find: "typeof readDate(date) === 'string'",
    replace: "date === 'string'",
    tests,
  },
  {
    name: "a no of Gupshup's list is of the time of the opt-in before it",
    file: 'cli/move/gupshup.ts',
    find: "said: 'no', date: ''",
    replace: "said: 'no', date: new Date(optinTimeStamp ?? 0).toISOString()",
    tests,
  },
  {
    name: 'a yes to SMS by Klaviyo is one to WhatsApp',
    file: 'cli/move/klaviyo.ts',
    find: "if (channel === 'sms' && !smsNamesWhatsapp)",
    replace: "if (channel === 'sms' && smsNamesWhatsapp)",
    tests,
  },
  {
    name: 'a yes to SMS by Twilio is one to WhatsApp',
    file: 'cli/move/twilio.ts',
    find: "return smsNamesWhatsapp ? { ...told, said: 'yes' } : { place, reason: smsIsNotWhatsapp };",
    replace: "return { ...told, said: 'yes' };",
    tests,
  },
  {
    name: 'of two times of a no at Klaviyo the earlier counts',
    file: 'cli/move/klaviyo.ts',
    find: 'Date.parse(b) - Date.parse(a)',
    replace: 'Date.parse(a) - Date.parse(b)',
    tests,
  },
  {
    name: 'what was never said is a no',
    file: 'cli/move/klaviyo.ts',
    find: "|| marketing.consent === 'NEVER_SUBSCRIBED'",
    replace: '',
    tests,
  },
  {
    name: 'a word that nobody named is a yes',
    file: 'cli/move/spreadsheet.ts',
    find: "return yes.has(word) ? 'yes' : undefined;",
    replace: "return 'yes';",
    tests,
  },
  {
    name: 'a national number of Gupshup passes for a whole one',
    file: 'cli/move/gupshup.ts',
    find: "if (phoneCode === 'whole' && !written.startsWith(countryCode))",
    replace: "if (phoneCode === 'whole' && written === countryCode)",
    tests,
  },
];
