import { useId, useRef } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Button } from './button.tsx';
import { toast } from './toasts.tsx';
import { kitWords } from './words/kit-words.ts';

export interface CopyableProps {
  /** What it is: "Short link". */
  readonly label: string;
  readonly text: string;
  /** What it is for. */
  readonly hint?: string;
  /** Code keeps its lines; words are read in their own direction. @default address */
  readonly as?: 'address' | 'code' | 'words';
}

/** An address or a piece of code with a button that copies it; where the browser does not let us, it is selected. */
export function Copyable({ label, text, hint, as = 'address' }: CopyableProps) {
  const t = useWords(kitWords);
  const id = useId();
  const shown = useRef<HTMLElement>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast(t.copied),
      () => {
        if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
        toast(t.copyYourself);
      },
    );
  return (
    <div class="copy">
      <div class="copy-head">
        <strong id={id}>{label}</strong>
        <Button onClick={() => void copy()}>
          {t.copy}
          <span class="visually-hidden"> {fill(t.copyWhat, { what: label })}</span>
        </Button>
      </div>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: it is read, and nothing is entered in it */}
      <pre
        class={`copy-text ${as}`}
        dir={as === 'words' ? 'auto' : 'ltr'}
        lang={as === 'words' ? undefined : 'en'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box is scrolled by keyboard
        tabIndex={0}
        role="group"
        aria-labelledby={id}
      >
        <span ref={shown}>{text}</span>
      </pre>
    </div>
  );
}
