import type { XmlElement } from './parse-xml.ts';
import { keptProperties, safeValue } from './svg-names.ts';

/** A property that a rule sets, and how much it counts: later rules more, and those that say more exactly whom they mean more still. */
interface Setting {
  readonly value: string;
  readonly weight: number;
}

/** What an element looks like by the styles of its file; its own `style` counts most. */
export type Looks = (element: XmlElement) => ReadonlyMap<string, string>;

/**
 * The styles of a file as properties of each element, so that no style need be kept. Understood are lists of names, classes and ids, which
 * is what drawing programs write; other rules, and everything that begins with `@`, are left out.
 *
 * @param sheets the text of the `style` elements
 */
export function looksOf(sheets: readonly string[]): Looks {
  const rules = rulesOf(sheets.join('\n'));
  return ({ name, attributes }) => {
    const found = new Map<string, Setting>();
    const selectors = ['*', name, ...classesOf(attributes).map((each) => `.${each}`), `#${attributes.get('id')}`];
    for (const selector of selectors) {
      for (const [property, setting] of rules.get(selector) ?? []) {
        if (setting.weight >= (found.get(property)?.weight ?? 0)) found.set(property, setting);
      }
    }
    const looks = new Map(Array.from(found, ([property, { value }]) => [property, value] as const));
    return new Map([...looks, ...declarations(attributes.get('style') ?? '')]);
  };
}

const classesOf = (attributes: XmlElement['attributes']): readonly string[] => [
  ...new Set((attributes.get('class') ?? '').split(/\s+/)),
];

/** By selector what is set; every rule is looked at once, however many there are. */
function rulesOf(sheet: string): ReadonlyMap<string, ReadonlyMap<string, Setting>> {
  const rules = new Map<string, Map<string, Setting>>();
  const plain = sheet
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/<!--|-->/g, ' ')
    .replace(/@[^;{}@]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\}|$)/g, ' ');
  for (const [order, rule] of plain.split('}').entries()) {
    const [selectors = '', body = ''] = rule.split('{');
    const set = declarations(body);
    for (const selector of set.size === 0 ? [] : selectors.split(',')) {
      const [, sought = ''] = /^\s*([.#]?[\w-]+|\*)\s*$/.exec(selector) ?? [];
      const settings = rules.get(sought) ?? new Map<string, Setting>();
      const weight = order + 1e6 * exactness(sought);
      for (const [property, value] of set) settings.set(property, { value, weight });
      rules.set(sought, settings);
    }
  }
  return rules;
}

/** Source: Selectors 4, 17 (specificity). */
function exactness(selector: string): number {
  if (selector === '*') return 0;
  return selector.startsWith('#') ? 3 : selector.startsWith('.') ? 2 : 1;
}

function declarations(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(';').flatMap((each): [string, string][] => {
    const colon = each.indexOf(':');
    const name = each.slice(0, colon).trim().toLowerCase();
    const value = safeValue(each.slice(colon + 1));
    return colon > 0 && keptProperties.has(name) && value !== undefined && value !== '' ? [[name, value]] : [];
  });
  return new Map(pairs);
}
