/** One tag as a browser's tokenizer reads it (HTML standard, 13.2.5), or a stretch of text. */
export interface Token {
  /** `p`, `/p`, `!` for comments and the doctype; empty for text. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/**
 * Reads markup as a browser does, mistakes included: unquoted and doubled attributes, slashes, unclosed quotes. Content of `style` is
 * text until its end tag.
 */
export function readMarkup(markup: string): readonly Token[] {
  const tokens: Token[] = [];
  const none: ReadonlyMap<string, string> = new Map();
  let at = 0;
  let text = '';
  const endText = () => {
    if (text.trim() !== '') tokens.push({ tag: '', attributes: none, text: decodeEntities(text) });
    text = '';
  };
  while (at < markup.length) {
    const rest = markup.slice(at);
    const start = /^<(\/?[a-z][^\s/>]*|[!?])/i.exec(rest);
    if (start === null) {
      text += markup[at];
      at += 1;
      continue;
    }
    endText();
    const tag = (start[1] ?? '').toLowerCase();
    at += start[0].length;
    if (tag === '!' || tag === '?') {
      const end = markup.indexOf(rest.startsWith('<!--') ? '-->' : '>', at);
      at = end < 0 ? markup.length : end + (rest.startsWith('<!--') ? 3 : 1);
      tokens.push({ tag: '!', attributes: none, text: '' });
      continue;
    }
    const [attributes, end] = readAttributes(markup, at);
    tokens.push({ tag, attributes, text: '' });
    at = end;
    if (tag === 'style' || tag === 'script' || tag === 'title') {
      const close = markup.toLowerCase().indexOf(`</${tag}`, at);
      text = markup.slice(at, close < 0 ? markup.length : close);
      at = close < 0 ? markup.length : close;
      endText();
    }
  }
  endText();
  return tokens;
}

/** The shape of a page: its tags with the names of their attributes, without what stands in them. */
export function shapeOf(markup: string): readonly string[] {
  return readMarkup(markup)
    .filter(({ tag }) => tag !== '')
    .map(({ tag, attributes }) => [tag, ...attributes.keys()].join(' '));
}

function readAttributes(markup: string, from: number): [ReadonlyMap<string, string>, number] {
  const found = new Map<string, string>();
  let at = from;
  for (;;) {
    at += /^[\s/]*/.exec(markup.slice(at))?.[0].length ?? 0;
    if (at >= markup.length) return [found, at];
    if (markup[at] === '>') return [found, at + 1];
    const name = /^=?[^\s/>=]*/.exec(markup.slice(at))?.[0] ?? '';
    at += name.length;
    const value = /^\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*))/.exec(markup.slice(at));
    at += value?.[0].length ?? 0;
    if (!found.has(name.toLowerCase())) {
      found.set(name.toLowerCase(), decodeEntities(value?.[1] ?? value?.[2] ?? value?.[3] ?? ''));
    }
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", colon: ':' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return hex === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}
