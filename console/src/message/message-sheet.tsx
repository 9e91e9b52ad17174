import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/use-words.ts';
import type { MessageChoice } from './shown-message.tsx';
import { messageWords } from './words/message-words.ts';

export interface SheetProps {
  readonly title: string;
  /** Where the keyboard goes back to. */
  readonly by: HTMLElement;
  /** Also by Escape. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What WhatsApp pushes up over a chat. Lies over the nearest phone; what is behind it has to be made `inert` by whoever opens it. */
export function Sheet({ title, by, onClose, children }: SheetProps) {
  const t = useWords(messageWords);
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => {
      // What opened it can be reached again only once it is gone.
      setTimeout(() => by.focus());
    };
  }, []);
  useLayoutEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    // Wherever the keyboard is: what was pressed last may be no field.
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onClose]);
  return (
    <div class="sheet-over">
      <div class="sheet" ref={element} role="dialog" aria-labelledby={id}>
        <div class="sheet-head">
          <button type="button" class="sheet-close" onClick={onClose}>
            <span aria-hidden="true">✕</span>
            <span class="visually-hidden">{t.close}</span>
          </button>
          <h2 id={id} dir="auto">
            {title}
          </h2>
        </div>
        {children}
      </div>
    </div>
  );
}

export interface ChoiceSheetProps extends Omit<SheetProps, 'children'> {
  readonly choices: readonly MessageChoice[];
  readonly onChoose: (choice: MessageChoice) => void;
}

/** The rows of a list, of which one is chosen and sent. */
export function ChoiceSheet({ choices, onChoose, ...sheet }: ChoiceSheetProps) {
  const t = useWords(messageWords);
  const group = useId();
  const [place, setPlace] = useState<number>();
  const chosen = place === undefined ? undefined : choices[place];
  return (
    <Sheet {...sheet}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        <div class="sheet-rows" role="radiogroup" aria-label={sheet.title}>
          {choices.map(({ id, title: name, description }, n) => (
            <label key={id} class="sheet-row">
              <span dir="auto">
                <span class="sheet-row-title">{name}</span>
                {description !== undefined && <span class="sheet-row-more">{description}</span>}
              </span>
              <input type="radio" name={group} checked={n === place} onChange={() => setPlace(n)} />
            </label>
          ))}
        </div>
        <div class="sheet-act">
          <Button type="submit" look="primary" busy={chosen === undefined}>
            {t.send}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
