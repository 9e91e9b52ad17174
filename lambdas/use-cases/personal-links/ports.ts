import type { PersonalLink } from '../../domain/collection/personal-link.ts';

/** Personal links as they travel in an address. */
export interface PersonalLinkSeal {
  /** The link as one piece of an address; another one each time, and nothing can be read in it. */
  seal(link: PersonalLink): string;
  /** What a sealed link says; undefined for anything that this product did not seal, whatever is wrong with it. */
  open(sealed: string): PersonalLink | undefined;
}
