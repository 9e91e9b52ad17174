import { flowToken, type Prompt, promptPayload } from '../../../domain/prompts/prompt.ts';
import { buttonPayloads } from '../../../domain/replies/button-payloads.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { promptAnswer } from './answers.ts';

/** What a business puts behind its buttons. */
export function promptView({ code, expiresAt }: Prompt): View<typeof promptAnswer> {
  const { stopMarketing, preferences } = buttonPayloads;
  const yes = promptPayload(code, { answer: 'yes' });
  const no = promptPayload(code, { answer: 'no' });
  return {
    quickReplies: { yes, no, stopMarketing, preferences },
    flowToken: flowToken(code),
    expiresAt: formatInstant(expiresAt),
  };
}
