import { readablePart } from '../keywords/normalise.ts';

/**
 * References: the tokens of links and the codes that a chat carries back to us. No vowels and nothing that looks like something
 * else, so that none of them spells a word (a keyword least of all) and each survives being read aloud or typed.
 */
const letters = 'bcdfghjkmnpqrstvwxz23456789';

/** What a reference names: a collection point, or a choice made on a page. Its first letter says which. */
export type ReferenceKind = 'point' | 'choice';
const firstLetter = { point: 'p', choice: 'c' } as const;
/** The first letter of the codes of prompts, which travel behind buttons only. */
const promptLetter = 'q';

export interface Reference {
  readonly kind: ReferenceKind;
  /** 16 letters: the kind, 14 random ones (66 bits), a check letter. */
  readonly code: string;
}

/** How many random bytes a reference is made of. */
export const referenceSeedLength = 14;

/** A reference from random bytes; the bias of the remainder costs less than half a bit of the whole. */
export function referenceFrom(kind: ReferenceKind, seed: Uint8Array): string {
  if (seed.length < referenceSeedLength) throw new Error(`A reference needs ${referenceSeedLength} random bytes.`);
  const random = Array.from(seed.subarray(0, referenceSeedLength), (byte) => letters.charAt(byte % letters.length));
  const body = firstLetter[kind] + random.join('');
  return body + checkLetter(body);
}

/** The code of a prompt: made alike, and never looked for in what people write. */
export function promptCodeFrom(seed: Uint8Array): string {
  const body = promptLetter + referenceFrom('choice', seed).slice(1, 15);
  return body + checkLetter(body);
}

/** Whether a string is the code of a prompt; one of ours, or made up by somebody who knows how. */
export function isPromptCode(code: string): boolean {
  if (code.length !== 16 || [...code].some((letter) => !letters.includes(letter))) return false;
  return code[0] === promptLetter && checkLetter(code.slice(0, 15)) === code[15];
}

/** The reference as a chat shows it: four groups of four. */
export function formatReference(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** What a string that must be a whole reference names; undefined when it is none. */
export function parseReference(code: string): Reference | undefined {
  if (code.length !== 16 || [...code].some((letter) => !letters.includes(letter))) return undefined;
  if (checkLetter(code.slice(0, 15)) !== code[15]) return undefined;
  if (code[0] === firstLetter.point) return { kind: 'point', code };
  return code[0] === firstLetter.choice ? { kind: 'choice', code } : undefined;
}

/**
 * The first reference in what a person sent, who may have edited it: capitals, full-width letters, blanks or other dashes between the
 * groups, words before and after, invisible characters. The check letter keeps ordinary words from passing.
 */
export function findReference(text: string): Reference | undefined {
  return located(text)?.reference;
}

/** The text without its reference and what encloses it. */
export function withoutReference(text: string): string {
  const folded = fold(text);
  const found = located(text);
  if (found === undefined) return text;
  return `${folded.slice(0, found.start)} ${folded.slice(found.end)}`;
}

interface Located {
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
}

function located(text: string): Located | undefined {
  const folded = fold(text);
  for (let start = 0; start < folded.length; start += 1) {
    const first = folded.charAt(start);
    if ((first !== 'p' && first !== 'c') || isWordCharacter(folded.charAt(start - 1))) continue;
    const end = endOf(folded, start);
    if (end === undefined) continue;
    const reference = parseReference(folded.slice(start, end).replace(/[^a-z0-9]/g, ''));
    if (reference !== undefined) return { reference, start, end };
  }
  return undefined;
}

/** Where 16 letters of ours end that begin here, with at most two separators between one and the next. */
function endOf(folded: string, start: number): number | undefined {
  let count = 0;
  let separators = 0;
  for (let at = start; at < folded.length; at += 1) {
    const character = folded.charAt(at);
    if (letters.includes(character)) {
      count += 1;
      separators = 0;
      if (count === 16) return isWordCharacter(folded.charAt(at + 1)) ? undefined : at + 1;
    } else if (/[\s\p{Pd}_.·]/u.test(character) && separators < 2) {
      separators += 1;
    } else {
      return undefined;
    }
  }
  return undefined;
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

function fold(text: string): string {
  return readablePart(text)
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .toLowerCase();
}

/**
 * A weighted sum in the letters' own number system. There are 27 letters, so the weights are the numbers that 3 does not divide
 * (1, 2, 4, 5, 7 …): then one wrong letter, or two neighbours exchanged, always changes it.
 */
function checkLetter(body: string): string {
  let sum = 0;
  for (const [index, letter] of [...body].entries()) {
    sum += (3 * Math.floor(index / 2) + 1 + (index % 2)) * letters.indexOf(letter);
  }
  return letters.charAt(sum % letters.length);
}
