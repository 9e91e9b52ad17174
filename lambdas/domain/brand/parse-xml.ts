/** An element of a document, with what stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Levels of elements in one another: more than any drawing has. */
const deepest = 64;

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The root element of a document in XML, or what keeps it from being read. Strict: what is not well formed is refused, and so is a
 * document that declares entities, for which alone a small file can grow without end. Comments and instructions are passed over.
 */
export function parseXml(text: string): XmlElement | { readonly fault: string } {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    const inside = open.at(-1) ?? root;
    if (found === null) return { fault: whatStands(text, at) };
    const [, verbatim, closed, begun, given = '', isEmpty, plain] = found;
    if (closed !== undefined) {
      if (open.length === 1 || inside.name !== closed)
        return { fault: `The element ${closed} ends where it is not open.` };
      open.pop();
    } else if (begun !== undefined) {
      const attributes = attributesOf(given);
      if ('fault' in attributes) return attributes;
      const element: XmlElement = { name: begun, attributes: attributes.named, children: [] };
      inside.children.push(element);
      if (isEmpty === '') open.push(element);
      if (open.length > deepest)
        return { fault: `Elements stand in one another more than ${deepest - 1} levels deep.` };
    } else {
      const words = verbatim ?? (plain === undefined ? '' : decoded(plain));
      if (words === undefined) return { fault: unknownEntity };
      if (open.length > 1) inside.children.push(words);
      else if (words.trim() !== '') return { fault: 'There is text outside of the drawing.' };
    }
  }
  const elements = root.children.filter((each) => typeof each !== 'string');
  const [only] = elements;
  if (open.length > 1) return { fault: `The element ${open.at(-1)?.name} is not ended.` };
  return only === undefined || elements.length > 1
    ? { fault: 'There is not one element that holds the others.' }
    : only;
}

const unknownEntity = 'It uses an entity that XML itself does not have. Write the character.';

function whatStands(text: string, at: number): string {
  if (text.startsWith('<!DOCTYPE', at)) return 'Its DOCTYPE declares entities. Save it without them.';
  const line = text.slice(0, at).split('\n').length;
  return `It is not well-formed XML: look at line ${line}.`;
}

function attributesOf(given: string): { readonly named: ReadonlyMap<string, string> } | { readonly fault: string } {
  const named = new Map<string, string>();
  for (const [, name = '', double, single] of given.matchAll(attribute)) {
    const value = decoded(double ?? single ?? '');
    if (value === undefined) return { fault: unknownEntity };
    if (named.has(name)) return { fault: `An element has ${name} twice.` };
    named.set(name, value);
  }
  return { named };
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text that is meant; undefined when it holds an entity of somebody's own, or an ampersand that begins none. */
function decoded(text: string): string | undefined {
  let isKnown = true;
  const meant = text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));|&/g, (_whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const character = code <= 0x10_ff_ff ? String.fromCodePoint(code) : entities.get(name ?? '');
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? meant : undefined;
}
