import type { HeardCall } from '../../../domain/telephone/heard-call.ts';

/**
 * A request of Twilio Voice (Twilio, "Twilio's request to your application"); undefined for what is none. Where a menu was said `digits`
 * is there, empty for silence.
 */
export function parseVoice(fields: URLSearchParams): HeardCall | undefined {
  const callId = fields.get('CallSid') ?? '';
  if (!/^[A-Za-z0-9]{1,64}$/.test(callId)) return undefined;
  const isAnswer = fields.has('Digits') || fields.get('msg') === 'Gather End' || fields.has('SpeechResult');
  const digits = isAnswer ? (fields.get('Digits') ?? '') : undefined;
  return {
    callId,
    caller: fields.get('From') ?? '',
    called: fields.get('To') ?? '',
    digits,
    taken: isTaken(fields),
    part: Object.fromEntries(fields),
  };
}

/** Statuses of a call that is over, and of one that was handed on by `<Dial>`. What is still in progress may yet be missed. */
function isTaken(fields: URLSearchParams): boolean {
  return (
    fields.get('CallStatus') === 'completed' || /^(?:answered|completed)$/.test(fields.get('DialCallStatus') ?? '')
  );
}
