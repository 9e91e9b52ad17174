import type { components } from '../api/client.ts';
import { nameOf, PersonName } from '../users/phone-number.tsx';
import { useWords } from '../words/use-words.ts';
import { overviewWords } from './words/overview-words.ts';

type KeptAside = components['schemas']['KeptAside'];

/** Which of our sentences says why it was kept; codes that come later are told as what could not be used. */
export function whyOf(code: string) {
  if (code === 'unknown-number') return 'number';
  if (code === 'webhook-lost') return 'lost';
  if (code === 'message-without-words') return 'words';
  if (code.startsWith('refused-')) return 'refused';
  if (code === 'unknown-signup' || code === 'signup-before-its-text' || code === 'in-app-signup') return 'signup';
  if (code.startsWith('unknown-')) return 'new';
  if (/^(message|sms)-without-|^incomplete-/.test(code)) return 'incomplete';
  if (/^(not-|too-deep|no-whatsapp|change-without|items-not|entry-without)/.test(code)) return 'damaged';
  return 'unusable';
}

/** Their words, as far as they could be read: of several messages all of them. */
export function wordsOf({ messages }: KeptAside): string | undefined {
  const words = messages.flatMap(({ text }) => text ?? []);
  return words.length === 0 ? undefined : words.join(' · ');
}

/** Who wrote it, or that nobody knows. */
export function KeptSender({ of: { messages } }: { readonly of: KeptAside }) {
  const t = useWords(overviewWords);
  const names = [...new Set(messages.flatMap((each) => nameOf(each) ?? []))];
  if (names.length === 0) return <span class="soft">{t.unknownPerson}</span>;
  return (
    <>
      {names.slice(0, 3).map((name) => (
        <span key={name} class="kept-sender">
          <PersonName name={name} />
        </span>
      ))}
      {names.length > 3 && '…'}
    </>
  );
}
