import type { PlantedFault } from './planted-fault.ts';

const days = 'console/src/points/days.ts';
const values = 'console/src/points/point-values.ts';
const tag = 'console/src/points/widget-tag.ts';
const tests = ['test/console/points.test.ts'];

/** What the console makes of the fields of a point, and of how a widget is to stand. */
export const consolePointsFaults: readonly PlantedFault[] = [
  {
    name: 'the last day of a point ends by the clock before it was changed that day',
    file: days,
    find: 'new Date(utc - distance(timeZone, first))',
    replace: 'new Date(utc - distance(timeZone, utc - 86_400_000))',
    tests,
  },
  {
    name: 'a field that nobody touched is sent as a change',
    file: values,
    find: 'JSON.stringify(value) !== JSON.stringify(was[name])',
    replace: 'value !== was[name]',
    tests,
  },
  {
    name: 'a field that was emptied stays as it was',
    file: values,
    find: "value ?? (name === 'name' ? '' : null)",
    replace: 'value',
    tests,
  },
  {
    name: 'a number that was typed wrong is sent as another one',
    file: values,
    find: '/^\\d+$/.test(typed) ? Number(typed) : typed',
    replace: 'Number.parseInt(typed, 10)',
    tests,
  },
  {
    name: 'words that were typed for a widget are markup in the page of the shop',
    file: tag,
    find: 'text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)',
    replace: 'text',
    tests,
  },
  {
    name: 'the picture of a widget speaks otherwise than the widget',
    file: 'console/src/points/widget-words.ts',
    find: "line: '{purposes} on WhatsApp'",
    replace: "line: '{purposes} by WhatsApp'",
    tests,
  },
];
