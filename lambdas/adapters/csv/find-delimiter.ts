import type { Delimiter } from '../../domain/import/mapping.ts';

/** The character of each delimiter. */
export const characterOf: { readonly [D in Delimiter]: string } = { ',': ',', ';': ';', tab: '\t', '|': '|' };

/**
 * The delimiter of a table by its header line: the one that stands there most often outside quotes. A header of one column has none,
 * and is read as if by commas. (What csv-parse finds by itself fails on a quoted delimiter.)
 */
export function findDelimiter(header: string): Delimiter {
  const outside = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = (Object.keys(characterOf) as Delimiter[]).map((name) => ({
    name,
    count: outside.split(characterOf[name]).length - 1,
  }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).name;
}

/** The first line of a text, quotes respected; undefined = it has not ended yet. */
export function firstLine(text: string): string | undefined {
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) return text.slice(0, index);
  }
  return undefined;
}
