import { useId, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { ChoiceSheet, Sheet } from '../message/message-sheet.tsx';
import { messageWords } from '../message/words/message-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Opened } from './chat-lines.tsx';
import { phoneWords } from './words/phone-words.ts';

interface ChatSheetProps {
  readonly opened: Opened;
  readonly act: (what: object) => Promise<void>;
  readonly close: () => void;
}

/** The rows of a list, all buttons of a template, or a form: what is chosen or filled in is sent. */
export function ChatSheet({ opened: { line, what, by }, act, close }: ChatSheetProps) {
  const { seeAll } = useWords(messageWords);
  const { messageId, list, buttons = [], form } = line;
  const send = (does: object): void => {
    close();
    void act({ ...does, messageId });
  };
  if (what === 'form') {
    return (
      <FormSheet title={form?.open ?? ''} by={by} send={(answer) => send({ act: 'flow', answer })} close={close} />
    );
  }
  return what === 'list' ? (
    <ChoiceSheet
      title={list?.open ?? ''}
      choices={list?.rows ?? []}
      onChoose={({ id }) => send({ act: 'choose', choice: id })}
      by={by}
      onClose={close}
    />
  ) : (
    <ChoiceSheet
      title={seeAll}
      choices={buttons}
      onChoose={({ id }) => send({ act: 'tap', choice: id })}
      by={by}
      onClose={close}
    />
  );
}

interface FormSheetProps {
  readonly title: string;
  readonly by: HTMLElement;
  readonly send: (answer: string) => void;
  readonly close: () => void;
}

/** Nobody but WhatsApp draws the form of a business; what comes of it is JSON, and that is typed here. */
function FormSheet({ title, by, send, close }: FormSheetProps) {
  const t = useWords(phoneWords);
  const { send: sendWord } = useWords(messageWords);
  const id = useId();
  const [answer, setAnswer] = useState('{}');
  return (
    <Sheet title={title} by={by} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(answer);
        }}
      >
        <div class="sheet-form">
          <label for={id}>{t.formAnswer}</label>
          <p class="hint">{t.formWhy}</p>
          <textarea
            id={id}
            rows={4}
            dir="ltr"
            spellcheck={false}
            value={answer}
            onInput={({ currentTarget }) => setAnswer(currentTarget.value)}
          />
        </div>
        <div class="sheet-act">
          <Button type="submit" look="primary">
            {sendWord}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
