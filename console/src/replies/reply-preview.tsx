import { ticked } from '../kit/ticked.ts';
import type { Values } from '../kit/values.ts';
import { useWords } from '../words/use-words.ts';
import { countOf, textAt } from './draft.ts';
import { humanWords } from './human-words.ts';
import { repliesWords } from './words/replies-words.ts';

/** A chat in which everything is said once that is typed in this language. */
export function ReplyPreview({ values, locale }: { readonly values: Values; readonly locale: string }) {
  const t = useWords(repliesWords);
  const keywords = Array.from({ length: countOf(values, 'keywords') }, (_, n) => ({
    said: values[`/keywords/${n}/words`]?.split(/[,،]/)[0]?.trim() || '…',
    answer: values[textAt(`/keywords/${n}`, locale)]?.trim(),
  }));
  const exchanges = [
    { said: t.previewFirst, answer: values[textAt('/greeting', locale)]?.trim() },
    ...(values['/away'] === ticked ? [{ said: t.previewFirst, answer: values[textAt('/away', locale)]?.trim() }] : []),
    ...keywords,
  ].filter(({ answer }) => answer);
  const words = humanWords[locale.split('-')[0] ?? ''] ?? humanWords.en;
  const human = values['/human'] === ticked ? words : undefined;
  return (
    <aside class="reply-preview" aria-label={t.preview}>
      <h2>{t.preview}</h2>
      {exchanges.length === 0 ? (
        <p class="hint">{t.previewNone}</p>
      ) : (
        <ol class="reply-chat">
          {exchanges.map(({ said, answer }, n) => (
            <li key={n}>
              <p class="bubble person" dir="auto">
                {said}
              </p>
              <div class="bubble business">
                <p dir="auto">
                  {answer}
                  {human !== undefined && `\n\n${human.wayToHuman}`}
                </p>
                {human !== undefined && <p class="reply-button">{human.button}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}
