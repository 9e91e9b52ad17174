import { formatReference } from './reference.ts';

/**
 * A link that opens a chat with the business ("Click to chat", WhatsApp help centre).
 *
 * @param phone the business's number, E.164
 * @param words ready to send; absent = the chat as it is
 */
export function whatsappLink(phone: string, words?: string): string {
  const text = words === undefined ? '' : `?text=${encodeURIComponent(words)}`;
  return `https://wa.me/${phone.replace(/\D/g, '')}${text}`;
}

/** The words that a chat begins with: what the person says, and the reference that leads back to page or point. */
export function openingMessage(words: string, code: string): string {
  return `${words} (${formatReference(code)})`;
}
