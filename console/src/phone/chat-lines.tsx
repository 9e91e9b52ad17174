import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { ChatLine } from './local.ts';
import { phoneWords } from './words/phone-words.ts';

/** The messages of a chat, oldest first. What a message was changed to stands in its place. */
export function ChatLines({
  lines,
  empty,
  act,
  edit,
}: {
  readonly lines: readonly ChatLine[];
  readonly empty: string;
  readonly act: (what: object) => Promise<void>;
  readonly edit: (line: ChatLine) => void;
}) {
  const t = useWords(phoneWords);
  const changed = new Map(lines.flatMap((line) => (line.edits === undefined ? [] : [[line.edits, line] as const])));
  const shown = lines.filter(({ edits }) => edits === undefined);
  if (shown.length === 0) return <p class="phone-empty">{empty}</p>;
  return (
    <ol>
      {shown.map((line) =>
        line.event === undefined ? (
          <Bubble key={line.messageId} line={line} changed={changed.get(line.messageId)} act={act} edit={edit} />
        ) : (
          <li key={line.messageId} class="phone-event">
            {fill(t.events[line.event], { text: line.text ?? '' })}
          </li>
        ),
      )}
    </ol>
  );
}

interface BubbleProps {
  readonly line: ChatLine;
  readonly changed: ChatLine | undefined;
  readonly act: (what: object) => Promise<void>;
  readonly edit: (line: ChatLine) => void;
}

function Bubble({ line, changed, act, edit }: BubbleProps) {
  const t = useWords(phoneWords);
  const { time, exact } = useSpeech();
  const { by, via, messageId, at, text = '', status = 200, isTemplate, buttons = [], list } = line;
  const date = new Date(at);
  const isOwnText = by === 'person' && via === 'whatsapp' && changed === undefined;
  return (
    <li class={`bubble ${by}`}>
      {isTemplate === true && <p class="small">{t.template}</p>}
      <p dir="auto">{changed?.text ?? text}</p>
      <p class="bubble-foot">
        {isOwnText && (
          <button type="button" class="bubble-edit" onClick={() => edit(line)}>
            {t.edit}
            <span class="visually-hidden">: {text}</span>
          </button>
        )}
        {changed !== undefined && <span>{t.edited}</span>}
        <time dateTime={at} title={exact(date)}>
          {time(date)}
        </time>
      </p>
      {status !== 200 && <p class="faults">{fill(t.refused, { status })}</p>}
      {(buttons.length > 0 || list !== undefined) && (
        <div class="bubble-choices">
          {buttons.map(({ id, title }) => (
            <button type="button" key={id} onClick={() => void act({ act: 'tap', messageId, choice: id })}>
              {title}
            </button>
          ))}
          {list?.rows.map(({ id, title }) => (
            <button type="button" key={id} onClick={() => void act({ act: 'choose', messageId, choice: id })}>
              {title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
