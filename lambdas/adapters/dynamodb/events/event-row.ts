import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { eventAttribute } from '../../../contract/table.ts';
import { catalogueVersion, type OutboundEvent, ownLanePrefix } from '../../../domain/events/event.ts';
import type { EventType } from '../../../domain/events/event-types.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { sha256 } from '../table/keyed-hash.ts';
import { eventKey, type Key } from '../table/keys.ts';

/** Seconds. Longer than any queue keeps a token, twice over. */
export const eventsKeptFor = 30 * 24 * 60 * 60;

/** What an app event says; `name` names what happened, so that the same told again is the same event. */
export interface AppEvent<Type extends EventType = EventType> extends Pick<OutboundEvent<Type>, 'type' | 'data'> {
  /** `<what it is of>|<id>|…`, unique in the app and its type. */
  readonly name: string;
  /** When it was recorded. */
  readonly at: Milliseconds;
}

/**
 * An event of an app, to be put by whoever writes what it tells of: in the same transaction (`put`), or at once after it, before the act
 * is acknowledged (`leaveEvent`). The relay finds it by its attribute. The same name again is the same item.
 *
 * @param places names of places where the person may be known whom it is about; who that is, is looked up when it is published
 */
export function eventRow<Type extends EventType>(
  appId: string,
  { type, data, name, at }: AppEvent<Type>,
  places?: readonly string[],
): Key {
  const id = eventId(`${appId}|${type}|${name}`);
  const timestamp = new Date(at).toISOString();
  const event: OutboundEvent<Type> = { id, type, version: catalogueVersion, timestamp, appId, data };
  const item = {
    ...eventKey(appId, `${ownLanePrefix}${id.slice('evt_'.length)}`, 1),
    [eventAttribute]: type,
    rec: at,
    whole: JSON.stringify(event),
    ...(places !== undefined && { places }),
    ttl: Math.floor(at / 1000) + eventsKeptFor,
  };
  return item;
}

/** Leaves an event. One that lies there already stays as it is: what is told again is nothing new. */
export async function leaveEvent({ documents, tableName: TableName }: DocumentTable, row: Key): Promise<void> {
  const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
  await holds(documents.send(new PutCommand({ TableName, Item: { ...row }, ...condition })));
}

/** The same at every try: `evt_` and 22 characters of what it tells of. */
export function eventId(of: string): string {
  return `evt_${sha256(of).slice(0, 22)}`;
}
