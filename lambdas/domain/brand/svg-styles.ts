import type { XmlElement } from './parse-xml.ts';
import { keptProperties, safeValue } from './svg-names.ts';

/** Properties that one rule sets, for elements of a name, a class or an id. */
interface StyleRule {
  readonly sort: '' | '.' | '#';
  readonly name: string;
  readonly set: ReadonlyMap<string, string>;
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
  const rules = sheets.flatMap(rulesOf);
  return ({ name, attributes }) => {
    const classes = (attributes.get('class') ?? '').split(/\s+/);
    const id = attributes.get('id');
    // Those that say more exactly whom they mean come later, and count.
    const chosen = [
      ...rules.filter(({ sort, name: sought }) => sort === '' && (sought === name || sought === '*')),
      ...rules.filter(({ sort, name: sought }) => sort === '.' && classes.includes(sought)),
      ...rules.filter(({ sort, name: sought }) => sort === '#' && sought === id),
    ];
    return new Map([...chosen.flatMap(({ set }) => [...set]), ...declarations(attributes.get('style') ?? '')]);
  };
}

function rulesOf(sheet: string): StyleRule[] {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/<!--|-->/g, ' ')
    .replace(/@[^;{}@]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/g, ' ');
  return Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)).flatMap(([, selectors = '', body = '']) => {
    const set = declarations(body);
    return selectors.split(',').flatMap((selector): StyleRule[] => {
      const [, sort, name = ''] = /^\s*([.#]?)([\w-]+|\*)\s*$/.exec(selector) ?? [];
      return sort === undefined ? [] : [{ sort: sort as StyleRule['sort'], name, set }];
    });
  });
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
