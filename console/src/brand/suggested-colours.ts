import type { Fault } from '../../../client/src/index.ts';

interface Suggested {
  readonly nearest: string | undefined;
  /** For the dark scheme alone, where that would do. */
  readonly forDark: string | undefined;
  readonly ratio: string;
  /** It is seen well by day. */
  readonly isFaintInDark: boolean;
}

/** What the API says of colours that are too faint, by the pointer of the field. Its sentence is where it names them (docs/brand.md). */
export function suggestedColours(faults: readonly Fault[]): { readonly [pointer: string]: Suggested } {
  const tooFaint = faults.filter(({ code }) => code === 'low-contrast');
  return Object.fromEntries(
    tooFaint.map(({ pointer, detail }) => [
      pointer,
      {
        nearest: /nearest that passes[^#]*(#[\da-f]{6})/i.exec(detail)?.[1],
        forDark: /accentDark[^#]*(#[\da-f]{6})/i.exec(detail)?.[1],
        ratio: /([\d.]+:1)/.exec(detail)?.[1] ?? '',
        isFaintInDark: detail.startsWith('In the dark scheme'),
      },
    ]),
  );
}
