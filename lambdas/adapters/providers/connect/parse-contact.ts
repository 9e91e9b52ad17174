import type { HeardCall } from '../../../domain/telephone/heard-call.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';

/** What a flow of Amazon Connect asks of us. */
export interface ContactRequest {
  /** `Details.Parameters.app`: the app that it speaks for. */
  readonly appId: string;
  /** `Details.Parameters.locale`. */
  readonly locale: string | undefined;
  /** `Details.Parameters.said`: names the words that were said. */
  readonly said: string | undefined;
  /** Without `digits` it asks what to say. */
  readonly call: HeardCall;
}

/**
 * The event of "AWS Lambda function" in a flow (Connect, "Invoke AWS Lambda functions"). What it is called differs from page to page, so
 * `Name` is not looked at. The key is a parameter of its own for each branch, because the flow does not store what was pressed. Undefined
 * for what is no contact, or names no app.
 */
export function parseContact(event: unknown): ContactRequest | undefined {
  const details = memberOf(event, 'Details');
  const contact = memberOf(details, 'ContactData');
  const parameters = memberOf(details, 'Parameters');
  const appId = textOf(parameters, 'app')?.trim();
  const callId = textOf(contact, 'ContactId') ?? '';
  if (appId === undefined || appId === '' || !/^[\x21-\x7e]{1,200}$/.test(callId)) return undefined;
  // A contact that was handed on keeps the call that it began as.
  const initial = textOf(contact, 'InitialContactId') ?? '';
  const address = (end: string) => textOf(memberOf(contact, end), 'Address') ?? '';
  return {
    appId,
    locale: nonEmpty(textOf(parameters, 'locale')),
    said: nonEmpty(textOf(parameters, 'said')),
    call: {
      callId: /^[\x21-\x7e]{1,200}$/.test(initial) ? initial : callId,
      // Which end is ours is seen by the numbers: of an outbound call it differs from block to block.
      caller: address('CustomerEndpoint'),
      called: address('SystemEndpoint'),
      digits: textOf(parameters, 'digits'),
      part: event,
    },
  };
}

const nonEmpty = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text);
