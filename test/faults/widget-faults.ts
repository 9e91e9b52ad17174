import type { PlantedFault } from './planted-fault.ts';

const routes = 'lambdas/edge/pages/widget/widget-routes.ts';
const widget = ['test/handlers/widget'];
const page = 'lambdas/edge/pages/poster/poster-page.ts';
const posters = ['test/handlers/posters', 'test/edge/pages/poster'];
const lan = ['test/dev/http/lan-address'];

/** The widget's calls, posters, and the pages of local mode for phones. What runs in the browser is broken by hand: its tests need one. */
export const widgetFaults: readonly PlantedFault[] = [
  {
    name: 'a page is told of choices that were made at another point',
    file: routes,
    find: 'if (choice?.pointId !== point.pointId) throw',
    replace: 'if (choice === undefined) throw',
    tests: widget,
  },
  {
    name: 'the widget says confirmed when another number has',
    file: 'lambdas/domain/collection/is-confirmed.ts',
    find: 'numbers.some((number) => phones.some((phone) => sameLine(phone, number)))',
    replace: 'phones.length > 0',
    tests: ['test/domain/collection/is-confirmed'],
  },
  {
    name: 'the widget waits for ever for the older form of a number',
    file: 'lambdas/domain/collection/is-confirmed.ts',
    find: 'sameLine(phone, number)',
    replace: 'phone === number',
    tests: ['test/domain/collection/is-confirmed'],
  },
  {
    name: 'nobody can read why a page may not show a point',
    file: routes,
    find: "'access-control-allow-origin': '*', vary: 'origin' }",
    replace: "vary: 'origin' }",
    tests: widget,
  },
  {
    name: 'a shop that names its country still asks for the country code',
    file: 'lambdas/edge/pages/widget/widget-form.ts',
    find: "parseCountry((given ?? '').toUpperCase())",
    replace: "parseCountry(given ?? '')",
    tests: widget,
  },
  {
    name: 'the widget stores what a visitor does',
    file: 'browser/panel.js',
    find: '    busy(true);\n',
    replace: "    localStorage.setItem('seen', '1');\n    busy(true);\n",
    tests: ['test/lib/widget-bundle'],
  },
  {
    name: 'a poster is printed in another language in silence',
    file: 'lambdas/edge/pages/poster/poster-routes.ts',
    find: 'lang !== undefined && languageOf(text.locale) !== languageOf(lang)',
    replace: "lang === ''",
    tests: posters,
  },
  {
    name: 'a poster follows the browser of whoever prints it',
    file: 'lambdas/edge/pages/poster/poster-routes.ts',
    find: '[lang ?? app.locale]',
    replace: "[lang ?? request.headers['accept-language'] ?? app.locale]",
    tests: posters,
  },
  {
    name: 'a code on paper stands less dirt than it should',
    file: 'lambdas/edge/pages/poster/poster-routes.ts',
    find: "level: 'H'",
    replace: "level: 'L'",
    tests: posters,
  },
  {
    name: 'words of a business turn the words after them around',
    file: page,
    find: ".replace(/[\\u202a-\\u202e\\u2066-\\u2069]/g, '')",
    replace: '',
    tests: posters,
  },
  {
    name: 'the signs of a name jump to its other side',
    file: page,
    find: 'index === 0 ? html',
    replace: 'index >= 0 ? html',
    tests: posters,
  },
  {
    name: 'a name is divided between two lines',
    file: 'lambdas/domain/notice/kept-together.ts',
    find: "name.replaceAll(' ', '\\u00a0')",
    replace: 'name',
    tests: ['test/domain/notice/kept-together'],
  },
  {
    name: 'letters that nobody can read are printed',
    file: 'lambdas/edge/pages/poster/poster-scale.ts',
    find: 'Math.max(leastSize, size * unit * scale)',
    replace: 'size * unit * scale',
    tests: posters,
  },
  {
    name: 'whoever asks for the old poster is not told where the new one is',
    file: 'lambdas/edge/api/points/point-file-routes.ts',
    find: "given === '' ? ''",
    replace: "given !== '~' ? ''",
    tests: ['test/handlers/point-files'],
  },
  {
    name: 'the API of local mode is open to the network',
    file: 'dev/http/gateway.ts',
    find: 'const pages = routes.filter(isPage);',
    replace: 'const pages = routes;',
    tests: lan,
  },
  {
    name: 'local mode listens where the internet can reach it',
    file: 'dev/http/lan-address.ts',
    find: 'fitting.includes(wanted)',
    replace: 'addresses.includes(wanted)',
    tests: lan,
  },
  {
    name: 'local mode is open to the network without being asked',
    file: 'dev/http/gateway.ts',
    find: 'if (lan === undefined) return api;',
    replace: "if (lan === '') return api;",
    tests: lan,
  },
];
