import { When } from '../../kit/when.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Send } from './use-sends.ts';
import { sendsWords } from './words/sends-words.ts';

/** A message of ours: what it was for, its words, and what came of it, each as a sentence. */
export function SendText({ send }: { readonly send: Send }) {
  const t = useWords(sendsWords);
  const { kind, at, text } = send;
  const kinds: { readonly [kind: string]: string } = t.kinds;
  return (
    <article class={`send ${send.came}`}>
      <p class="entry-head">
        <strong>{kinds[kind] ?? t.other}</strong> <When at={at} focusable />
      </p>
      {text !== undefined && (
        <blockquote dir="auto">
          <p>{text}</p>
        </blockquote>
      )}
      <Came send={send} />
    </article>
  );
}

/** What came of it, with the provider's code or ours where there is one: a code without a sentence stands plainly. */
function Came({ send: { came, codes = [], means, refusedAt } }: { readonly send: Send }) {
  const t = useWords(sendsWords);
  const notSent: { readonly [code: string]: string } = t.notSent;
  const reasons =
    means !== undefined
      ? [t.means[means === 'other' ? 'unknown' : means]]
      : came === 'not-sent'
        ? codes.flatMap((code) => notSent[code] ?? notSent[kindOf(code)] ?? [])
        : [];
  return (
    <p class={`small came ${came}`}>
      <span aria-hidden="true">{signs[came]}</span>{' '}
      {came === 'refused' && refusedAt !== undefined ? t.later : t.came[came]}
      {refusedAt !== undefined && (
        <>
          {' '}
          <When at={refusedAt} focusable />
        </>
      )}{' '}
      {reasons.join(' ')}{' '}
      {came !== 'too-late' &&
        codes.map((code) => (
          <code key={code} dir="ltr">
            {code}
          </code>
        ))}
    </p>
  );
}

/** `template-paused`, `suppressed-quality`: the kind says enough, the code stands behind it. */
const kindOf = (code: string): string => code.split('-')[0] ?? code;

const signs: Readonly<Record<Send['came'], string>> = {
  sent: '✓',
  refused: '✕',
  unknown: '?',
  'too-late': '—',
  'not-sent': '—',
};
