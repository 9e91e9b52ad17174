import type { Evidence } from '../consent/statement.ts';
import { channelRules } from './channel-rules.ts';
import type { InboundAct } from './inbound-act.ts';
import { idAsEvidence, wordsAsEvidence } from './words-as-evidence.ts';

/** What a message by itself proves: its words or payload, its id, who sent it, and where several apps share a number, to which. */
export function evidenceOf(act: InboundAct): Evidence {
  const { channel, receivedBy, payload, text, wordsReceived, messageId, lacks, received, referral } = act;
  return {
    ...wordsAsEvidence(payload?.id ?? text, wordsReceived),
    messageId: lacks?.includes('id') === true ? undefined : idAsEvidence(messageId),
    identifiers: received,
    referral,
    receivedBy: channelRules[channel].namesOurNumber ? idAsEvidence(receivedBy) : undefined,
  };
}
