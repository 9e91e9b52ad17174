import type { InboundAct } from './inbound-act.ts';

/**
 * Whether we may answer: not what another agent answers, nor what was said long ago on a phone (semantics 6), nor what came to a number
 * that the app has given up, from which it may not be able to write, nor what the provider has answered by itself.
 */
export function mayReply({ via, former, told }: Pick<InboundAct, 'via' | 'former' | 'told'>): boolean {
  return told === undefined && former === undefined && (via === undefined || via === 'edit');
}
