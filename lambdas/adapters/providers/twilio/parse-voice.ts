import type { HeardCall } from '../../../domain/telephone/heard-call.ts';

/** What Twilio says of a call: the call, and whether it asks what to say or tells what became of it. */
export interface VoiceRequest {
  readonly call: HeardCall;
  /** A menu was said, and this is what came of it. */
  readonly isAnswer: boolean;
}

/** A request of Twilio Voice (Twilio, "Twilio's request to your application"); undefined for what is none. */
export function parseVoice(fields: URLSearchParams): VoiceRequest | undefined {
  const callId = fields.get('CallSid') ?? '';
  if (!/^[A-Za-z0-9]{1,64}$/.test(callId)) return undefined;
  const isAnswer = fields.has('Digits') || fields.get('msg') === 'Gather End' || fields.has('SpeechResult');
  const [caller, called] = [fields.get('From') ?? '', fields.get('To') ?? ''];
  const part = Object.fromEntries(fields);
  return {
    call: { callId, caller, called, digits: isAnswer ? (fields.get('Digits') ?? '') : undefined, part },
    isAnswer,
  };
}
