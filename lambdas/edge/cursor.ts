import { createHash } from 'node:crypto';
import { UnreadableInputError } from '../domain/errors.ts';

/**
 * A cursor: where a list goes on, bound to the list that gave it (its app and filter). The check finds cursors that were cut,
 * changed or taken to another list; it keeps nothing secret, because the app always comes from the path and not from the cursor.
 *
 * @param list what the cursor belongs to, e.g. app and filter
 * @param position what the store needs to go on
 */
export function sealCursor(list: readonly unknown[], position: string): string {
  return `${Buffer.from(position).toString('base64url')}.${check(list, position)}`;
}

/** The position in a cursor. Throws UnreadableInputError when it does not belong to this list. */
export function openCursor(list: readonly unknown[], cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [encoded = '', sealed] = cursor.split('.');
  const position = Buffer.from(encoded, 'base64url').toString();
  if (sealed !== check(list, position) || sealCursor(list, position) !== cursor) {
    throw new UnreadableInputError('The cursor does not belong to this list. Start again without it.');
  }
  return position;
}

function check(list: readonly unknown[], position: string): string {
  return createHash('sha256')
    .update(JSON.stringify([list, position]))
    .digest('base64url')
    .slice(0, 22);
}
