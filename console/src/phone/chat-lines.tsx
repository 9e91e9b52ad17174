import { Fragment } from 'preact';
import { type Behind, ShownMessage } from '../message/shown-message.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { ChatLine } from './local.ts';
import { phoneWords } from './words/phone-words.ts';

/** What is behind a button of a message. */
export interface Opened {
  readonly line: ChatLine;
  readonly what: Behind;
  readonly by: HTMLElement;
}

interface LinesProps {
  readonly lines: readonly ChatLine[];
  /** By the clock of local mode, epoch milliseconds. */
  readonly now: number;
  readonly act: (what: object) => Promise<void>;
  readonly edit: (line: ChatLine) => void;
  readonly open: (what: Opened) => void;
}

/** A message can be edited for so long (WhatsApp's help, "How to edit messages"). */
const editMs = 15 * 60_000;

/** The messages of a chat, oldest first, by day. What a message was changed to stands in its place. */
export function ChatLines({ lines, ...props }: LinesProps) {
  const t = useWords(phoneWords);
  const { date } = useSpeech();
  const changed = new Map(lines.flatMap((line) => (line.edits === undefined ? [] : [[line.edits, line] as const])));
  const shown = lines.filter(({ edits }) => edits === undefined);
  const dayOf = (line: ChatLine | undefined) => (line === undefined ? '' : date(new Date(line.at)));
  return (
    <ol>
      {shown.map((line, n) => (
        <Fragment key={line.messageId}>
          {dayOf(line) !== dayOf(shown[n - 1]) && <li class="phone-day">{dayOf(line)}</li>}
          {line.event === undefined ? (
            <Bubble
              line={line}
              changed={changed.get(line.messageId)}
              answered={lines.find(({ messageId }) => messageId === line.answers)}
              {...props}
            />
          ) : (
            <li class="phone-event">
              {line.event in t.events && fill(t.events[line.event as keyof typeof t.events], { text: line.text ?? '' })}
            </li>
          )}
        </Fragment>
      ))}
    </ol>
  );
}

interface BubbleProps extends Omit<LinesProps, 'lines'> {
  readonly line: ChatLine;
  readonly changed: ChatLine | undefined;
  /** The message that this one answers by a button. */
  readonly answered: ChatLine | undefined;
}

function Bubble({ line, changed, answered, now, act, edit, open }: BubbleProps) {
  const t = useWords(phoneWords);
  const { by, via, messageId, at, text = '', status = 200, isTemplate, answers, ad } = line;
  const isOpenToEdit = now <= Date.parse(at) + editMs;
  const isOwnText = by === 'person' && via === 'whatsapp' && answers === undefined && isOpenToEdit;
  return (
    <li class={`bubble ${by} ${isTemplate === true ? 'template' : ''}`}>
      {answered !== undefined && (
        <p class="bubble-quote" dir="auto">
          {answered.header ?? answered.text}
        </p>
      )}
      {ad !== undefined && (
        <p class="bubble-quote" dir="auto">
          <span class="small">{t.fromAd}</span> {ad}
        </p>
      )}
      <ShownMessage
        message={{ ...line, text: changed?.text ?? text }}
        onButton={({ id }) => void act({ act: 'tap', messageId, choice: id })}
        onOpen={(what, button) => open({ line, what, by: button })}
      >
        <p class="bubble-foot">
          {isTemplate === true && <span class="bubble-kind">{t.template}</span>}
          {isOwnText && (
            <button type="button" class="bubble-edit" onClick={() => edit({ ...line, text: changed?.text ?? text })}>
              {t.edit}
              <span class="visually-hidden">: {text}</span>
            </button>
          )}
          {changed !== undefined && <span>{t.edited}</span>}
          <Time at={at} />
          {by === 'person' && status === 200 && (
            <svg viewBox="0 0 18 12" class="bubble-ticks" aria-hidden="true">
              <path d="M1 6.5 4.5 10 11 2M8 9.2l.8.8L16 2" />
            </svg>
          )}
        </p>
        {status !== 200 && <p class="faults">{fill(t.refused, { status })}</p>}
      </ShownMessage>
    </li>
  );
}

function Time({ at }: { readonly at: string }) {
  const { time, exact } = useSpeech();
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact(date)}>
      {time(date)}
    </time>
  );
}
