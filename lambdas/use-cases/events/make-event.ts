import type { App } from '../../domain/app/app.ts';
import type { OutboundEvent } from '../../domain/events/event.ts';
import type { EventUser } from '../../domain/events/event-data.ts';
import { eventOfEntry } from '../../domain/events/event-of-entry.ts';
import { eventOfWindow } from '../../domain/events/event-of-window.ts';
import type { EventPeople, RowContent } from './ports.ts';

export interface EventFactsDeps {
  readonly apps: { find(appId: string): Promise<App | undefined> };
  readonly people: EventPeople;
}

/** Who the person of an event is, as far as it is told. */
export interface EventFacts {
  readonly person?: { readonly userId: string; readonly sequence: number } | undefined;
  readonly user?: EventUser | undefined;
}

/** Who the person is, read when the event is published, and only as far as the app wants it: after an erasure there is nobody to be named. */
export async function factsFor(
  { apps, people }: EventFactsDeps,
  appId: string,
  content: RowContent,
): Promise<EventFacts> {
  const namesPeople = async () => (await apps.find(appId))?.events?.identifiers === true;
  if (content.of === 'entry')
    return (await namesPeople()) ? { user: await people.identifiersOf(appId, content.entry.userId) } : {};
  const places = content.of === 'window' ? [content.opened.place] : content.places;
  if (places.length === 0) return {};
  const person = await people.at(appId, places);
  return { person, user: (await namesPeople()) ? person?.user : undefined };
}

/** The event of a row. @throws Error when the row lacks what its type says */
export function eventOf(content: RowContent, { person, user }: EventFacts): OutboundEvent {
  switch (content.of) {
    case 'entry':
      return eventOfEntry(content.entry, user);
    case 'window':
      return eventOfWindow(content.opened, person, user);
    case 'whole': {
      const { event } = content;
      return person === undefined ? event : { ...event, userId: person.userId, sequence: person.sequence };
    }
  }
}
