/** How a provider tells of calls: where in its request what stands. */
export interface CallMapping {
  readonly method: 'GET' | 'POST';
  /** `json-in-form`: one field of a form holds JSON. */
  readonly in: 'query' | 'form' | 'json' | 'json-in-form';
  /** That field. */
  readonly field?: string;
  /** Who called: a name, in JSON a path of names with dots between them. */
  readonly caller: string;
  /** Our number; absent = the provider does not say it, and the hook belongs to one number. */
  readonly called?: string;
  /** The provider's id of the call. */
  readonly callId: string;
  /** The keys that were pressed; absent = it tells of missed calls alone. */
  readonly digits?: string;
  /** How numbers are written: `+5255…`, `5255…`, or as in the country of the hook. */
  readonly numbers: 'e164' | 'digits' | 'national';
  /** What says that somebody took the call, which is no missed call then: one of these values, or else anything but zero. */
  readonly taken?: { readonly at: string; readonly is?: readonly string[] };
  /** Only requests in which this stands are calls to be answered; the others are taken and left. */
  readonly only?: { readonly at: string; readonly is: readonly string[] };
}

/** Providers whose calls come to a secret address of the app. */
export const callProviders = ['exotel', 'myoperator', 'callerdesk', 'generic'] as const;
export type CallProvider = (typeof callProviders)[number];

/** How those that we know tell of calls (Exotel: Passthru applet; MyOperator: after-call webhook; CallerDesk: live call report). */
export const presets: { readonly [Name in Exclude<CallProvider, 'generic'>]: CallMapping } = {
  exotel: {
    method: 'GET',
    in: 'query',
    caller: 'CallFrom',
    called: 'CallTo',
    callId: 'CallSid',
    digits: 'digits',
    taken: { at: 'DialCallDuration' },
    numbers: 'national',
  },
  myoperator: {
    method: 'POST',
    in: 'json-in-form',
    field: 'myoperator',
    caller: '_cl',
    callId: '_ai',
    taken: { at: '_su', is: ['1'] },
    numbers: 'e164',
  },
  callerdesk: {
    method: 'GET',
    in: 'query',
    caller: 'SourceNumber',
    called: 'DestinationNumber',
    callId: 'CallSid',
    taken: { at: 'TalkDuration' },
    numbers: 'national',
    only: { at: 'Direction', is: ['IVR'] },
  },
};
