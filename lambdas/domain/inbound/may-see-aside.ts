import { type KeyRights, reaches } from '../api-key/api-key.ts';

/** Whose something kept aside is, by the numbers that it came to. */
export interface AsideOwners {
  /** The apps on those numbers. */
  readonly appIds: readonly string[];
  /** Nothing says to which number it came, or one of them is no app's: then it is nobody's, too. */
  readonly isNobodys: boolean;
}

/**
 * Whether somebody may see something kept aside among what is kept of an app, and deal with it: hearing it again is heard by every app on
 * its numbers, so all of them must be theirs. What is nobody's is shown with every app, and only to those who have all apps.
 */
export function maySeeAside(rights: KeyRights, appId: string, { appIds, isNobodys }: AsideOwners): boolean {
  if (isNobodys && rights.apps !== '*') return false;
  return appIds.every((each) => reaches(rights, each)) && (isNobodys || appIds.includes(appId));
}
