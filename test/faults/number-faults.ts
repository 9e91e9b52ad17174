import type { PlantedFault } from './planted-fault.ts';

const reading = ['test/edge/numbers'];
const handlers = ['test/handlers/numbers'];
const keys = ['test/adapters/dynamodb/identity/earlier-keys'];

const plan = 'lambdas/edge/numbers/numbering-plan.ts';
const writing = 'lambdas/edge/numbers/writing-fault.ts';
const reader = 'lambdas/edge/numbers/read-phone.ts';
const phone = 'lambdas/domain/identity/phone.ts';
const user = 'lambdas/edge/fields/user.ts';
const earlier = 'lambdas/adapters/dynamodb/identity/earlier-keys.ts';
const shard = 'lambdas/use-cases/exports/write-export-shard.ts';

/** Faults by which one line becomes two people, or what is nobody becomes somebody. */
export const numberFaults: readonly PlantedFault[] = [
  {
    name: 'a trunk zero stays in the number',
    file: plan,
    find: "const isNewRange = plan.lengths.length === 1 && plan.lengths[0] === national.length && !national.startsWith('0');",
    replace: 'const isNewRange = plan.lengths.some((length) => Math.abs(length - national.length) <= 1);',
    tests: [...reading, ...handlers],
  },
  {
    name: 'a zero is taken away where the plan gives it to the number',
    file: plan,
    find: '  if (fits(phone.digits, plan)) return phone;\n',
    replace: '  if (fits(phone.digits, plan) && !/^\\d{2,3}0/.test(phone.digits)) return phone;\n',
    tests: reading,
  },
  {
    name: 'any digits are taken away when the rest is a number',
    file: plan,
    find: "return found[0] === '' ? undefined : national.slice(found[0].length);",
    replace: 'return national.slice(1);',
    tests: reading,
  },
  {
    name: 'the plan of the whole country is asked for its length only',
    file: plan,
    find: 'plan.patterns.some((pattern) => pattern.test(national)) && plan.lengths',
    replace: 'plan.lengths',
    tests: reading,
  },
  {
    name: 'the exchange of a North American number is not looked at',
    file: plan,
    find: '[2-9]\\d{2}[2-9]\\d{6}|555',
    replace: '[2-9]\\d{9}|555',
    tests: [...reading, ...handlers],
  },
  {
    name: "Meta's numbers of area 555 are refused",
    file: plan,
    find: '|555\\d{7})$/',
    replace: ')$/',
    tests: [...reading, 'test/handlers/admin-apps'],
  },
  {
    name: '"+1 1 415 …" is mended',
    file: plan,
    find: "if (plan.callingCode === '1' && dialled === 'international') return undefined;",
    replace: '',
    tests: [...reading, ...handlers],
  },
  {
    name: 'an Italian mobile with a zero is a landline',
    file: plan,
    find: 'mobileOrNot.test(phone.digits) || ',
    replace: '',
    tests: reading,
  },
  {
    name: 'a calling code that stands there twice is part of the number',
    file: plan,
    find: ' || codeTwice.test(phone.digits)',
    replace: '',
    tests: reading,
  },
  {
    name: 'the Argentine 15 without an area is an area',
    file: plan,
    find: 'if (notArgentine.test(digits)) return false;',
    replace: '',
    tests: reading,
  },
  {
    name: 'old Ivorian numbers are refused',
    file: plan,
    find: 'return isNewRange || isFormerForm(digits);',
    replace: 'return isNewRange;',
    tests: [...reading, ...handlers],
  },
  {
    name: 'an exponent is read as digits',
    file: writing,
    find: 'exponent.test(plain) || ',
    replace: '',
    tests: [...reading, ...handlers],
  },
  {
    name: 'a fraction is read as a digit',
    file: writing,
    find: ' || fraction.test(plain)',
    replace: '',
    tests: [...reading, ...handlers],
  },
  {
    name: 'the neighbour behind a slash is read as digits',
    file: writing,
    find: ' || neighbours.test(plain)',
    replace: '',
    tests: [...reading, ...handlers],
  },
  {
    name: 'a slash between two numbers is a blank',
    file: writing,
    find: ' || isLateSlash(plain)',
    replace: '',
    tests: reading,
  },
  {
    name: 'a footnote is a digit',
    file: writing,
    find: ' || /\\p{No}/u.test(written)',
    replace: '',
    tests: reading,
  },
  {
    name: 'a number without a country code is one of America',
    file: reader,
    find: "return country === undefined ? { fault: 'no-country-code' } : readNational(digits, country);",
    replace: "return readNational(digits, country ?? 'US');",
    tests: [...reading, 'test/edge/api'],
  },
  {
    name: 'a waId of a call is read by its form only',
    file: user,
    find: 'parseWaId(waId) === undefined ? undefined : readPhone(',
    replace: 'parseWaId(waId) === undefined ? undefined : parseWaId(waId) ?? readPhone(',
    tests: handlers,
  },
  {
    name: 'the eight digits of Benin are another line',
    file: phone,
    find: "digits.startsWith('229')",
    replace: "digits.startsWith('999')",
    tests: ['test/domain/identity/phone', ...handlers],
  },
  {
    name: 'a link made by older rules keeps its digits',
    file: 'lambdas/edge/pages/person/opened-link.ts',
    find: "return 'fault' in read ? person : { phone: read.digits };",
    replace: 'return person;',
    tests: handlers,
  },
  {
    name: 'a check does not see what stands under the earlier key',
    file: 'lambdas/adapters/dynamodb/identity/people.ts',
    find: 'underFormerPortfolios(underEarlierKeys({ find, search, findMany }),',
    replace:
      'underFormerPortfolios(underEarlierKeys === undefined ? { find, search, findMany } : { find, search, findMany },',
    tests: keys,
  },
  {
    name: 'two keys of one line are never joined',
    file: earlier,
    find: 'await changes.merge(app, has, had, { at: deps.now() });',
    replace: 'if (deps.now() >= 0) return person;',
    tests: keys,
  },
  {
    name: 'who is known by the earlier key alone is a stranger',
    file: earlier,
    find: 'if (today === undefined) return { ...person, phone: earlier };',
    replace: 'if (today === undefined) return person;',
    tests: keys,
  },
  {
    name: 'two accounts that proved one number are one person',
    file: 'lambdas/domain/identity/one-line.ts',
    find: 'return areTwoAccounts(a.bsuid, b.bsuid);',
    replace: 'return a.bsuid === undefined && areTwoAccounts(a.bsuid, b.bsuid);',
    tests: keys,
  },
  {
    name: 'an export does not ask for the other key',
    file: shard,
    find: "const decision = byLine.decision === 'allow' ? byRow : byLine;",
    replace: 'const decision = byRow ?? byLine;',
    tests: keys,
  },
];
