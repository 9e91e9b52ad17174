import type { InboundAct } from './inbound-act.ts';

/** Whether we may answer: not what another agent answers, nor what was said long ago on a phone (semantics 6). */
export function mayReply({ via }: Pick<InboundAct, 'via'>): boolean {
  return via === undefined || via === 'edit';
}
