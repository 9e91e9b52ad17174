import { Skeleton } from '../../kit/skeleton.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { importsWords } from '../words/imports-words.ts';
import type { RowClass } from './classes.ts';
import type { Reported } from './report.ts';

interface FirstRowsProps {
  readonly name: RowClass;
  readonly count: number;
  /** Undefined until the report was read. */
  readonly rows: readonly Reported[] | undefined;
  /** What stands in the rows of the file, by line, as far as this tab knows it. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
}

/** The first rows of a class: the line in the file, what stands in it, and why. */
export function FirstRowsOf({ name, count, rows, cells }: FirstRowsProps) {
  const t = useWords(importsWords);
  const { number, many } = useSpeech();
  if (rows === undefined) return <Skeleton lines={2} />;
  const more = count - rows.length;
  const whys: { readonly [code: string]: string } = t.whys;
  const sentence = (why: string): string | undefined =>
    whys[name === 'unusable-number' && why === 'too-long' ? 'number-too-long' : why];
  return (
    <ul class="import-first">
      {rows.map(({ line, why }) => (
        <li key={line}>
          <span class="import-line">{fill(t.lineN, { n: number(line) })}</span>
          <span>
            <bdi>
              {cells
                .get(line)
                ?.filter((cell) => cell !== '')
                .join(' · ')}
            </bdi>
            {why !== undefined && <span class="small">{sentence(why) ?? <code dir="ltr">{why}</code>}</span>}
          </span>
        </li>
      ))}
      {more > 0 && <li class="small">{many(t.moreRows, more)}</li>}
    </ul>
  );
}
