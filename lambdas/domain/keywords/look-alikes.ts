/**
 * Letters and digits that look like a Latin letter in at least one case (after Unicode's confusables list, UTS 39), in lower case:
 * Cyrillic, Greek, small capitals, digits used as letters.
 */
export const latinLookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      ԁ: 'd',
      е: 'e',
      һ: 'h',
      н: 'h',
      і: 'i',
      ј: 'j',
      к: 'k',
      м: 'm',
      о: 'o',
      р: 'p',
      ѕ: 's',
      т: 't',
      у: 'y',
      х: 'x',
    },
    ...{ α: 'a', β: 'b', ε: 'e', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
    ...{
      ᴀ: 'a',
      ᴄ: 'c',
      ᴅ: 'd',
      ᴇ: 'e',
      ɪ: 'i',
      ʟ: 'l',
      ᴍ: 'm',
      ɴ: 'n',
      ᴏ: 'o',
      ᴘ: 'p',
      ꜱ: 's',
      ᴛ: 't',
      ᴜ: 'u',
      օ: 'o',
      ѻ: 'o',
    },
    ...{ '0': 'o', '5': 's' },
  }),
);

const anyLookAlike = new RegExp(`[${[...latinLookAlikes.keys()].join('')}]`, 'gu');

/** STOP with letters held down, as a word: "STOOOP", "stoppp". */
const drawnOutStop = /(?<![^ ])s+t+o+p+(?![^ ])/g;

/**
 * Normalised text as the eye reads it: look-alikes of other scripts become Latin, and a drawn-out "stoooop" becomes "stop".
 * For stop words only: what merely looks like START is a doubt, and a doubt never opts anybody in.
 */
export function asTheEyeReads(normalised: string): string {
  const latin = normalised.replace(anyLookAlike, (letter) => latinLookAlikes.get(letter) ?? letter);
  return latin.replace(drawnOutStop, 'stop');
}
