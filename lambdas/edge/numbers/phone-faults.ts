import type { ReadingFault } from './read-phone.ts';

/** What is wrong with a phone number, in a sentence. */
export const phoneFaults: Readonly<Record<ReadingFault, string>> = {
  'no-country-code': 'The number needs its country code, e.g. +52 55 1234 5678.',
  'not-a-number': 'This is not a phone number.',
  'changed-by-spreadsheet': 'A spreadsheet has changed this number (a fraction or E+11): give its digits as text.',
  extension: 'A number with an extension is nobody on WhatsApp: give the number alone.',
  'several-numbers': 'There is more than one number here: give one.',
  'unknown-country-code': 'There is no such country code.',
  'too-short': 'The number is too short for its country.',
  'too-long': 'The number is too long for its country.',
  'trunk-prefix': 'After the country code stands a 0 that is dialled inside the country only: leave it out.',
  'impossible-number': 'No number of this country can look like this: compare it digit by digit.',
};
