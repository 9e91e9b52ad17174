import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSource } from '../../contract/deployment.ts';
import type { OutboundEvent } from '../../domain/events/event.ts';
import type { EventBus, Published } from '../../use-cases/events/ports.ts';

/** PutEvents takes so many (EventBridge API reference). */
const mostEntries = 10;
/** And so many bytes in one call, where the region has not grown to a megabyte yet. */
const mostBytes = 256 * 1024;

/** What the bus says of an event that it will never take. Everything else may be otherwise another time: throttles, outages, rights. */
const forGood: ReadonlySet<string> = new Set(['MalformedDetail', 'InvalidArgument', 'EventTooLarge']);

/** A request that hangs is given up before the function is. */
export const eventBridgeClient = (): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });

class NotTakenError extends Error {
  override readonly name: string;
  constructor(code: string) {
    super('The bus did not take an event.');
    this.name = code;
  }
}

/** The bus of the stage, on EventBridge: one entry an event, its type as `detail-type`. */
export function eventBridgeBus(client: EventBridgeClient, busName: string): EventBus {
  async function putSome(details: readonly Detail[]): Promise<readonly Published[]> {
    const Entries = details.map(({ event, text }) => ({
      EventBusName: busName,
      Source: eventSource,
      DetailType: event.type,
      Time: new Date(event.timestamp),
      Detail: text,
    }));
    try {
      const { Entries: said = [] } = await client.send(new PutEventsCommand({ Entries }));
      return details.map((_, index) => outcomeOf(said[index]));
    } catch (error) {
      return details.map(() => ({ outcome: 'failed', error }));
    }
  }

  return {
    async put(events) {
      const said: Published[] = [];
      for (const part of partsOf(events)) {
        const [only] = part;
        if (only !== undefined && part.length === 1 && only.bytes > mostBytes)
          said.push({ outcome: 'refused', error: new NotTakenError('EventTooLarge') });
        else said.push(...(await putSome(part)));
      }
      return said;
    },
  };
}

function outcomeOf(entry: { EventId?: string; ErrorCode?: string } | undefined): Published {
  if (entry?.EventId !== undefined) return { outcome: 'taken' };
  const code = entry?.ErrorCode ?? 'NoAnswer';
  return { outcome: forGood.has(code) ? 'refused' : 'failed', error: new NotTakenError(code) };
}

interface Detail {
  readonly event: OutboundEvent;
  readonly text: string;
  readonly bytes: number;
}

/** As many a call as it takes. */
function partsOf(events: readonly OutboundEvent[]): readonly (readonly Detail[])[] {
  const parts: Detail[][] = [];
  let room = 0;
  for (const event of events) {
    const text = JSON.stringify(event);
    const bytes = Buffer.byteLength(text) + eventSource.length + event.type.length + 14;
    const last = parts.at(-1);
    if (last !== undefined && last.length < mostEntries && bytes <= room) {
      last.push({ event, text, bytes });
      room -= bytes;
    } else {
      parts.push([{ event, text, bytes }]);
      room = mostBytes - bytes;
    }
  }
  return parts;
}
