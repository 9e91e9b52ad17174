import type { Message } from '../message/shown-message.tsx';
import { session } from '../session/session.ts';

/** What local mode has beside the API, under `/local/…` (`dev/phone/phone-server.ts`). No deployed stage has it. */
async function ask(method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
  const current = session.read();
  const token = current.state === 'none' ? undefined : await current.source.token();
  const response = await fetch(`/local/${path}`, {
    method,
    headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  });
  if (response.ok) return response;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  throw new LocalError(message ?? `${response.status}`);
}

/** Local mode said no; in its own words, which are English. */
export class LocalError extends Error {}

const answer = async <Answer>(asked: Promise<Response>): Promise<Answer> => (await (await asked).json()) as Answer;

export interface LocalState {
  readonly now: string;
  readonly offsetMs: number;
  /** The number of the latest happening. */
  readonly last: number;
  readonly people: readonly PhonePerson[];
  readonly templates: readonly MadeUpTemplate[];
  readonly sample: SampleState;
}

/** A template that the business has at the simulated Meta. */
export interface MadeUpTemplate {
  readonly name: string;
  readonly category: 'MARKETING' | 'UTILITY';
  readonly quickReplies: readonly string[];
}

export interface SampleState {
  readonly state: 'none' | 'making' | 'ready' | 'failed' | 'here';
  readonly done: number;
  readonly total: number;
  readonly url?: string;
  readonly seconds?: number;
  readonly complaint?: string;
}

export interface PhonePerson {
  readonly personId: string;
  readonly name: string;
  readonly bsuid: string;
  readonly username?: string;
  readonly numbers: readonly { readonly waId: string }[];
}

/** A line of a chat; one of the business is drawn as WhatsApp draws it. */
export interface ChatLine extends Message {
  readonly by: 'person' | 'business';
  readonly via: 'whatsapp' | 'sms' | 'phone';
  readonly ours: string;
  readonly messageId: string;
  readonly at: string;
  /** Not a message: a line of its own. */
  readonly event?: string;
  readonly edits?: string;
  readonly answers?: string;
  readonly status?: number;
  readonly isTemplate?: true;
  /** The headline of the ad that they tapped to come here. */
  readonly ad?: string;
}

export interface KnownAnswer {
  readonly appId: string;
  readonly purpose: string;
  readonly message: 'template' | 'free-form';
  readonly to: 'allow' | 'deny';
  readonly reasons: readonly { readonly code: string; readonly detail: string }[];
}

export interface OnePhone {
  readonly person: PhonePerson;
  readonly lines: readonly ChatLine[];
  readonly answers: readonly KnownAnswer[];
}

export const local = {
  state: () => answer<LocalState>(ask('GET', 'state')),
  /** Without the address of a sample that is elsewhere; any key may ask. */
  sample: () => answer<SampleState>(ask('GET', 'sample')),
  phone: (personId: string) => answer<OnePhone>(ask('GET', `people/${personId}`)),
  add: (person: object) => answer<PhonePerson>(ask('POST', 'people', person)),
  remove: (personId: string) => ask('DELETE', `people/${personId}`),
  act: <Result = { readonly status: number }>(personId: string, act: object) =>
    answer<Result>(ask('POST', `people/${personId}/acts`, act)),
  link: (url: string) => answer<{ readonly app: string; readonly text: string }>(ask('POST', 'link', { url })),
  clock: (by: number | 'reset') => answer<LocalState>(ask('POST', 'clock', { by })),
  beginSample: () => answer<SampleState>(ask('POST', 'sample', {})),
  discardSample: () => answer<SampleState>(ask('DELETE', 'sample')),
  feed: (after: number, signal: AbortSignal) => ask('GET', `feed?after=${after}`, undefined, signal),
};
