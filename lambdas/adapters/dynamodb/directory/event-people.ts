import type { EventUser } from '../../../domain/events/event-data.ts';
import { asWritten } from '../../../domain/identity/portfolio.ts';
import type { EventPeople } from '../../../use-cases/events/ports.ts';
import type { Home } from '../places/place.ts';
import { placeReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { MalformedItemError } from '../table/item.ts';

/** Who people are whom events tell of. Somebody whose state cannot be read is nobody: their events do not wait for that. */
export function eventPeople(table: DocumentTable): EventPeople {
  const reader = placeReader(table);

  async function homeAt(appId: string, name: string): Promise<Home | undefined> {
    const place = await reader.one(appId, name);
    if (place?.kind === 'home') return place;
    return place?.kind === 'pointer' ? reader.home(appId, place.subjectId, place.home) : undefined;
  }

  return {
    identifiersOf: (appId, userId) =>
      readable(async () => {
        const parsed = parseUserId(userId);
        const home = parsed && (await reader.home(appId, parsed.subjectId, parsed.place));
        return home && userOf(home);
      }),
    at: (appId, places) =>
      readable(async () => {
        for (const name of places) {
          const home = await homeAt(appId, name);
          if (home !== undefined)
            return { userId: home.subject.userId, sequence: home.head.sequence, user: userOf(home) };
        }
        return undefined;
      }),
  };
}

async function readable<Found>(read: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MalformedItemError) return undefined;
    throw error;
  }
}

function userOf({ subject: { phone, bsuid } }: Home): EventUser | undefined {
  if (phone === undefined && bsuid === undefined) return undefined;
  return {
    ...(phone !== undefined && { phone: `+${phone}` }),
    ...(bsuid !== undefined && { bsuid: asWritten(bsuid) }),
  };
}
