import { useQuery } from '@tanstack/react-query';
import { rowsOf } from '../file/rows.ts';
import type { LinkedImport } from '../imports.ts';

/** A row of the report. */
export interface Reported {
  readonly line: number;
  /** A code; undefined where its class says it all. */
  readonly why?: string;
}

/** The first rows of each class. */
export type FirstRows = ReadonlyMap<string, readonly Reported[]>;

const shownOfEach = 5;
/** So much of a report is looked through, unpacked: some 300,000 rows. */
const mostRead = 12_000_000;

/** The first rows of each class, out of the report of a trial. It lies beside the file, and holds no numbers. */
export const useFirstRows = ({ importId, updatedAt, links }: LinkedImport) =>
  useQuery({
    queryKey: ['import-report', importId, updatedAt],
    // The link is another one at each look, and leads to the same.
    queryFn: () => firstRowsAt(links?.report ?? ''),
    enabled: links?.report !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });

async function firstRowsAt(link: string): Promise<FirstRows> {
  // Not of our API: no key goes with it.
  const answer = await fetch(link, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok || answer.body === null) throw new TypeError('The report cannot be read.');
  return firstRowsIn(await unpacked(answer.body));
}

/** Some browsers unpack it by themselves, where it says how it is packed. */
async function unpacked(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const [look, whole] = body.tee();
  const reader = look.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  const isPacked = value?.[0] === 0x1f && value[1] === 0x8b;
  return textOf(isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole);
}

async function textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done || text.length > mostRead) break;
  }
  void reader.cancel();
  return text;
}

/** @param text of a report: `line,class,recorded,why` */
export function firstRowsIn(text: string): FirstRows {
  const [header, ...rows] = rowsOf(text, ',', true);
  const place = (name: string): number => header?.cells.indexOf(name) ?? -1;
  const [line, kind, why] = [place('line'), place('class'), place('why')];
  const found = new Map<string, Reported[]>();
  for (const { cells } of rows) {
    const of = cells[kind] ?? '';
    const list = found.get(of) ?? [];
    found.set(of, list);
    if (list.length < shownOfEach) {
      list.push({ line: Number(cells[line]), ...((cells[why] ?? '') !== '' && { why: cells[why] ?? '' }) });
    }
  }
  return found;
}
