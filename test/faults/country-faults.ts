import type { PlantedFault } from './planted-fault.ts';

const places = ['test/domain/countries/countries-of'];
const table = ['test/domain/countries/country-denials'];
const rules = ['test/domain/eligibility/countries'];
const replies = ['test/domain/replies/countries'];
const api = ['test/handlers/country-rules'];
const pages = ['test/handlers/country-pages'];
const exported = ['test/use-cases/exports/countries-of-an-export'];

const codes = 'lambdas/domain/countries/calling-codes.ts';
const denials = 'lambdas/domain/countries/country-denials.ts';
const may = 'lambdas/domain/eligibility/eligibility.ts';
const shown = 'lambdas/edge/pages/parts/not-served.ts';

export const countryFaults: readonly PlantedFault[] = [
  {
    name: 'Toronto counts as the United States',
    file: codes,
    find: ' 403 416 418',
    replace: ' 403 418',
    tests: places,
  },
  {
    name: 'a Canadian code that is new counts as the United States',
    file: codes,
    find: ' 905 942,',
    replace: ' 905,',
    tests: places,
  },
  {
    name: 'a code of North America that nobody knows is nowhere',
    file: codes,
    find: 'const byPrefix = `1 US, 20 EG',
    replace: 'const byPrefix = `20 EG',
    tests: places,
  },
  {
    name: 'the shortest digits that fit say the country',
    file: codes,
    find: 'for (let length = Math.min(longest, digits.length); length > 0; length--) {',
    replace: 'for (let length = 1; length <= Math.min(longest, digits.length); length++) {',
    tests: places,
  },
  {
    name: 'a number that may be of two countries is of the first',
    file: denials,
    find: 'countries.includes(country) && !told.has(country)',
    replace: 'countries[0] === country && !told.has(country)',
    tests: table,
  },
  {
    name: 'who is known by a BSUID of the United States only is let through',
    file: 'lambdas/domain/countries/countries-of.ts',
    find: 'bsuid === undefined ? [] : [bsuid.slice(0, 2)]',
    replace: 'bsuid === undefined ? [] : []',
    tests: rules,
  },
  {
    name: 'the BSUID says more than the number',
    file: 'lambdas/domain/countries/countries-of.ts',
    find: 'if (phone !== undefined) return',
    replace: 'if (phone !== undefined && bsuid === undefined) return',
    tests: places,
  },
  {
    name: 'a country is still denied after the app let it through',
    file: denials,
    find: '!told.has(country) && denies(denied)',
    replace: 'denies(denied)',
    tests: table,
  },
  {
    name: 'what the app says of one country silences the table for all',
    file: denials,
    find: '!told.has(country) && denies(denied)',
    replace: 'told.size === 0 && denies(denied)',
    tests: table,
  },
  {
    name: 'what the app denies on its own account is let through',
    file: denials,
    find: '[...own.map(ofOwnRule), ',
    replace: '[',
    tests: table,
  },
  {
    name: 'a rule holds before it begins',
    file: denials,
    find: '(since === undefined || beginOf(since) <= now) && ',
    replace: '',
    tests: table,
  },
  {
    name: 'a rule holds after its end',
    file: denials,
    find: ' && (until === undefined || now < beginOf(until))',
    replace: '',
    tests: table,
  },
  {
    name: 'a rule begins a millisecond late',
    file: denials,
    find: 'beginOf(since) <= now',
    replace: 'beginOf(since) < now',
    tests: table,
  },
  {
    name: 'a rule that is to begin is not told of',
    file: denials,
    find: '.filter((time) => time > now)',
    replace: '.filter((time) => time > now && time < 0)',
    tests: table,
  },
  {
    name: 'a rule of marketing denies everything',
    file: denials,
    find: "(denied === 'marketing' && isMarketing)",
    replace: "denied === 'marketing'",
    tests: table,
  },
  {
    name: 'the rule is asked with the time of the opt-in',
    file: may,
    find: 'countryReasons(known, settings, request, now);',
    replace: 'countryReasons(known, settings, request, (facts.registers.offers?.G3?.at ?? now) * 1000);',
    tests: rules,
  },
  {
    name: 'an allowance outlives the day on which a rule begins',
    file: may,
    find: 'holdsUntil: earlier(own.holdsUntil, changesAt)',
    replace: 'holdsUntil: own.holdsUntil',
    tests: rules,
  },
  {
    name: 'a country hides the no of the person',
    file: may,
    find: "...(own.decision === 'deny' ? own.reasons : []), ...abroad.reasons",
    replace: '...abroad.reasons',
    tests: rules,
  },
  {
    name: 'a template in an open window is no template',
    file: may,
    find: "message === 'template' || (message",
    replace: "(message === 'template' && !isOpen(window, now)) || (message",
    tests: rules,
  },
  {
    name: 'a question after a missed call is no template',
    file: may,
    find: " || (message === 'opt-in-question' && !isOpen(window, now))",
    replace: '',
    tests: rules,
  },
  {
    name: 'a utility purpose makes a marketing template utility',
    file: may,
    find: '{ category: use?.category } : stricterOf(found, use)',
    replace: '{ category: use?.category } : found',
    tests: rules,
  },
  {
    name: 'no stop is confirmed where everything is denied',
    file: may,
    find: "if (request.message === 'stop-confirmation') return own;",
    replace: '',
    tests: rules,
  },
  {
    name: 'an answer to the person’s own words is silent by country',
    file: 'lambdas/domain/replies/decide-reply.ts',
    find: "(isAnswer && code === 'country-not-served')",
    replace: '(isAnswer && false)',
    tests: replies,
  },
  {
    name: 'a question goes to a country that is not served',
    file: 'lambdas/domain/replies/decide-reply.ts',
    find: "const isAnswer = isSms || message === 'free-form';",
    replace: 'const isAnswer = true;',
    tests: replies,
  },
  {
    name: 'a row of an export has no country',
    file: 'lambdas/domain/eligibility/eligible-row.ts',
    find: ', countries: countriesOf(row) }',
    replace: ' }',
    tests: exported,
  },
  {
    name: 'an export forgets what the app says of countries',
    file: 'lambdas/use-cases/exports/write-export-shard.ts',
    find: 'portfolios, numberSince, countryRules };',
    replace: 'portfolios, numberSince };',
    tests: exported,
  },
  {
    name: 'a check of somebody known has no country',
    file: 'lambdas/use-cases/eligibility/facts-of.ts',
    find: '    countries: countriesOf(subject),\n',
    replace: '',
    tests: api,
  },
  {
    name: 'a stranger of a country that is not served is a stranger only',
    file: 'lambdas/use-cases/eligibility/check-eligibility.ts',
    find: '{ ...unknownPerson, countries: countriesOf(question.user.person) }',
    replace: 'unknownPerson',
    tests: api,
  },
  {
    name: 'the setting takes a country that there is not',
    file: 'lambdas/edge/api/apps/app.ts',
    find: 'refine((code) => countries.has(code), {',
    replace: 'refine((code) => /^[A-Z]{2}$/.test(code), {',
    tests: api,
  },
  {
    name: 'what an app says of a country gets a new time with every change',
    file: 'lambdas/domain/countries/app-country-rule.ts',
    find: 'since: had?.since ?? now',
    replace: 'since: now',
    tests: table,
  },
  {
    name: 'a form promises messages to a country that is not served',
    file: 'lambdas/edge/pages/points/page-form.ts',
    find: '} else if (unserved !== undefined) {',
    replace: '} else if (unserved === null) {',
    tests: pages,
  },
  {
    name: 'the form of a shop promises messages to a country that is not served',
    file: 'lambdas/edge/pages/widget/widget-form.ts',
    find: 'if (unserved !== undefined) faults',
    replace: 'if (unserved === null) faults',
    tests: pages,
  },
  {
    name: 'a personal link promises messages to a country that is not served',
    file: 'lambdas/edge/pages/person/linked-number.ts',
    find: ': notServed(number.digits, texts);',
    replace: ': undefined;',
    tests: pages,
  },
  {
    name: 'a page does not ask what the app says of countries',
    file: shown,
    find: 'isMarketing, countryRules, now)',
    replace: 'isMarketing, [], now)',
    tests: pages,
  },
  {
    name: 'the last step warns of advertising that nobody chose',
    file: shown,
    find: "findPurpose(app, purposeId)?.category === 'marketing'",
    replace: 'findPurpose(app, purposeId) !== undefined',
    tests: pages,
  },
  {
    name: 'the preference page says that everything comes',
    file: 'lambdas/edge/pages/person/preferences.ts',
    find: "codes.includes('country-not-served') ? 'notServed' : undefined",
    replace: 'undefined',
    tests: pages,
  },
];
