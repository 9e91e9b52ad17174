import { saidOnce, withoutCourtesies, withoutRequest } from './courtesies.ts';

/** A text in the ways in which it may be meant: each is asked for again and again, and found out once. */
export class Said {
  readonly text: string;
  #bare: string | undefined;
  #once: string | undefined;
  #asked: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Without courtesies. */
  get bare(): string {
    this.#bare ??= withoutCourtesies(this.text);
    return this.#bare;
  }
  /** Without courtesies, and once where it is repeated. */
  get once(): string {
    this.#once ??= saidOnce(this.bare);
    return this.#once;
  }
  /** Without what makes it a wish. */
  get asked(): string {
    this.#asked ??= withoutRequest(this.text);
    return this.#asked;
  }
}

/** Keeps the texts of one message. */
export function saidOf(): (text: string) => Said {
  const known = new Map<string, Said>();
  return (text) => {
    const found = known.get(text) ?? new Said(text);
    known.set(text, found);
    return found;
  };
}
