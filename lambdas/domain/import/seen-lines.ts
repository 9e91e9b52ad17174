/** How often a line was said the same of before, in the rows of one file. */
export type Repeat = 'duplicate' | 'same-line';

/** What a row says, as far as it may repeat another. */
export interface Saying {
  /** A whole number below 2^53: the digits of a line, or a hash of a name. */
  readonly key: number;
  /** A second number of 32 bits: how the line was written, or more of the hash. */
  readonly form: number;
  /** Which of the sayings of the file (a yes or no to the same purposes): 0 to 65,535. */
  readonly saying: number;
  /** When it was said, in seconds. */
  readonly at: number;
}

const atFirst = 4096;
const fullAt = 0.75;

/**
 * The lines of a file that were said something of, in arrays of numbers: a set of two million strings would take more memory than a
 * function has. 18 bytes a place, at most three quarters of them taken.
 *
 * @param isExact `form` belongs to the name: another form is another line
 */
export class SeenLines {
  #keys = new Float64Array(atFirst).fill(-1);
  #forms = new Uint32Array(atFirst);
  #ats = new Uint32Array(atFirst);
  #sayings = new Uint16Array(atFirst);
  #size = 0;
  readonly #isExact: boolean;

  constructor({ isExact }: { readonly isExact: boolean }) {
    this.#isExact = isExact;
  }

  /**
   * Notes what a row says.
   *
   * @returns how it repeats an earlier row, if it does, and whether it says it later than all of them
   */
  see(said: Saying): { readonly repeats?: Repeat; readonly isLater: boolean } {
    const place = this.#placeOf(said);
    if (this.#keys[place] === -1) {
      this.#write(place, said);
      this.#size += 1;
      if (this.#size > this.#keys.length * fullAt) this.#grow();
      return { isLater: true };
    }
    const isLater = said.at > (this.#ats[place] ?? 0);
    if (isLater) this.#ats[place] = said.at;
    return { repeats: this.#forms[place] === said.form ? 'duplicate' : 'same-line', isLater };
  }

  /** Where it lies, or would. */
  #placeOf({ key, form, saying }: Pick<Saying, 'key' | 'form' | 'saying'>): number {
    const mask = this.#keys.length - 1;
    let place = (mixed(key) ^ Math.imul(saying + 1, 0x9e3779b1)) & mask;
    for (;;) {
      const kept = this.#keys[place];
      if (kept === -1) return place;
      if (kept === key && this.#sayings[place] === saying && (!this.#isExact || this.#forms[place] === form))
        return place;
      place = (place + 1) & mask;
    }
  }

  #write(place: number, { key, form, saying, at }: Saying): void {
    this.#keys[place] = key;
    this.#forms[place] = form;
    this.#sayings[place] = saying;
    this.#ats[place] = at;
  }

  #grow(): void {
    const [keys, forms, ats, sayings] = [this.#keys, this.#forms, this.#ats, this.#sayings];
    const places = keys.length * 2;
    this.#keys = new Float64Array(places).fill(-1);
    this.#forms = new Uint32Array(places);
    this.#ats = new Uint32Array(places);
    this.#sayings = new Uint16Array(places);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? -1;
      if (key === -1) continue;
      const said = { key, form: forms[index] ?? 0, saying: sayings[index] ?? 0, at: ats[index] ?? 0 };
      this.#write(this.#placeOf(said), said);
    }
  }
}

/** Spreads the digits of neighbouring numbers over all places. */
function mixed(key: number): number {
  let bits = Math.imul((key % 0x1_0000_0000) ^ Math.floor(key / 0x1_0000_0000), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Two hashes of a text, of 53 and of 32 bits (cyrb53 by bryc, public domain, and FNV-1a). */
export function textKey(text: string): Pick<Saying, 'key' | 'form'> {
  let [a, b, c] = [0xdeadbeef, 0x41c6ce57, 0x811c9dc5];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
    c = Math.imul(c ^ code, 0x01000193);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return { key: 4_294_967_296 * (2_097_151 & b) + (a >>> 0), form: c >>> 0 };
}
