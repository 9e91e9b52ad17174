import type { ComponentChildren } from 'preact';
import { useWords } from '../words/use-words.ts';
import { messageWords } from './words/message-words.ts';

export interface MessageChoice {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
}

/** A message of the business as WhatsApp draws it. */
export interface Message {
  readonly text?: string | undefined;
  readonly header?: string | undefined;
  readonly footer?: string | undefined;
  readonly buttons?: readonly MessageChoice[] | undefined;
  /** `open` stands on the button that opens it. */
  readonly list?: { readonly open: string; readonly rows: readonly MessageChoice[] } | undefined;
  /** A form of the business; `open` stands on its button. */
  readonly form?: { readonly open: string } | undefined;
}

/** What a button can have behind it. */
export type Behind = 'list' | 'form' | 'buttons';

export interface ShownMessageProps {
  readonly message: Message;
  /** A button was pressed. */
  readonly onButton: (choice: MessageChoice) => void;
  /** What is behind a button is opened: rows, a form, or more buttons than WhatsApp shows. */
  readonly onOpen: (what: Behind, by: HTMLElement) => void;
  /** Between the words and the buttons: the time. */
  readonly children?: ComponentChildren;
}

/** Of more than three buttons WhatsApp shows two, and the others behind a third. */
const [most, shownOfMore] = [3, 2];

/** The words of a message, and below them what can be pressed. */
export function ShownMessage({ message, onButton, onOpen, children }: ShownMessageProps) {
  const t = useWords(messageWords);
  const { text = '', header, footer, buttons = [], list, form } = message;
  const isLong = buttons.length > most;
  const atHand = isLong ? buttons.slice(0, shownOfMore) : buttons;
  return (
    <>
      <div class="message-words" dir="auto">
        {header !== undefined && <p class="message-header">{header}</p>}
        <p>{text}</p>
        {footer !== undefined && <p class="message-footer">{footer}</p>}
      </div>
      {children}
      {(buttons.length > 0 || list !== undefined || form !== undefined) && (
        <div class="message-choices">
          {atHand.map((choice) => (
            <button type="button" key={choice.id} onClick={() => onButton(choice)}>
              <Sign path={reply} />
              <bdi>{choice.title}</bdi>
            </button>
          ))}
          {isLong && (
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={({ currentTarget }) => onOpen('buttons', currentTarget)}
            >
              <Sign path={rows} />
              {t.seeAll}
            </button>
          )}
          {list !== undefined && (
            <button type="button" aria-haspopup="dialog" onClick={({ currentTarget }) => onOpen('list', currentTarget)}>
              <Sign path={rows} />
              <bdi>{list.open}</bdi>
            </button>
          )}
          {form !== undefined && (
            <button type="button" aria-haspopup="dialog" onClick={({ currentTarget }) => onOpen('form', currentTarget)}>
              <Sign path={rows} />
              <bdi>{form.open}</bdi>
            </button>
          )}
        </div>
      )}
    </>
  );
}

const reply = 'M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5v1';
const rows = 'M4 5.5h.01M8 5.5h8M4 10h.01M8 10h8M4 14.5h.01M8 14.5h8';

const Sign = ({ path }: { readonly path: string }) => (
  <svg viewBox="0 0 20 20" class="sign" aria-hidden="true">
    <path d={path} />
  </svg>
);
