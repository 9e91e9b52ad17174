import type { WhatsappMessage } from './whatsapp-event.ts';

/** Whether we may answer: not what another agent answers, nor what was said long ago on a phone (semantics 6). */
export function mayReply({ via }: Pick<WhatsappMessage, 'via'>): boolean {
  return via === undefined || via === 'edit';
}
