import { randomUUID } from 'node:crypto';
import type { KeptList } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';

/** An event on the bus, as a rule's target gets it (EventBridge, "Event structure"). */
export interface PublishedEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** When it was put, by our clock; EventBridge says nothing of that. */
  readonly at: string;
}

interface Entry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly Time?: number;
  readonly EventBusName?: string;
}

const mostEntries = 10;

/** Answers PutEvents of the SDK (AWS JSON 1.1) as EventBridge would: a list that only grows. Rules are not played. */
export function answerEvents(events: KeptList<PublishedEvent>, now: () => number) {
  return (request: LocalRequest): LocalResponse => {
    const { Entries = [] } = jsonBody(request) as { readonly Entries?: readonly Entry[] };
    if (Entries.length === 0 || Entries.length > mostEntries)
      return json(400, { __type: 'ValidationException', message: `PutEvents takes 1 to ${mostEntries} entries.` });
    const said = Entries.map((entry) => put(events, entry, now()));
    return json(200, { FailedEntryCount: said.filter((each) => 'ErrorCode' in each).length, Entries: said });
  };
}

function put(
  events: KeptList<PublishedEvent>,
  { Source = '', DetailType = '', Detail = '', Time }: Entry,
  now: number,
) {
  if (Source === '' || DetailType === '')
    return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter is not valid.' };
  const detail = objectIn(Detail);
  if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const id = randomUUID();
  const time = new Date(Time === undefined ? now : Time * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  events.add({ id, source: Source, 'detail-type': DetailType, time, detail, at: new Date(now).toISOString() });
  return { EventId: id };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
