/**
 * `usr_` + the place where the person was first known (22 characters) + the random id of the subject (11): so that it resolves
 * without an index, for ever.
 */
export function userIdOf(birthPlace: string, u: string): string {
  return `usr_${birthPlace}${u}`;
}

/** Takes a userId apart; undefined when it is not one of ours. */
export function parseUserId(userId: string): { readonly place: string; readonly subjectId: string } | undefined {
  const match = /^usr_([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{11})$/.exec(userId);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { place: match[1], subjectId: match[2] };
}

/** The place where the person of a userId of ours was first known. */
export function birthPlaceOf(userId: string): string {
  return userId.slice('usr_'.length, 'usr_'.length + 22);
}
