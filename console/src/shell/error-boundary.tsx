import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/use-words.ts';
import { shellWords } from './words/shell-words.ts';

/** What broke is said where it was; the rest of the page goes on. */
export function ErrorBoundary({ children }: { readonly children: ComponentChildren }) {
  const t = useWords(shellWords);
  const [error] = useErrorBoundary((thrown) => console.error(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <div class="note bad" role="alert">
      <p>
        <strong>{t.broke}</strong>
      </p>
      <p>{t.brokeHow}</p>
      <Button onClick={() => location.reload()}>{t.reload}</Button>
    </div>
  );
}
