import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { Button } from '../../kit/button.tsx';
import { ChoiceSheet } from '../../message/message-sheet.tsx';
import { type Message, ShownMessage } from '../../message/shown-message.tsx';
import { languageName } from '../../notices/languages.ts';
import { type NoticeText, wordsAttributes } from '../../preview/page-preview.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { confirmationOf } from './reply-words.ts';
import type { FirstText } from './use-first-message.ts';
import { automatedWords } from './words/automated-words.ts';

interface FirstChatProps {
  /** What is asked in the language that is looked at; undefined = nothing is known yet. */
  readonly text: FirstText | undefined;
  readonly locales: readonly string[];
  readonly onShow: (locale: string) => void;
  /** The notice in that language. */
  readonly notice: NoticeText | undefined;
}

/** How somebody begins, in the languages that have words of ours. */
const hellos: { readonly [language: string]: string } = {
  en: 'Hi',
  es: 'Hola',
  pt: 'Oi',
  fr: 'Bonjour',
  de: 'Hallo',
  it: 'Ciao',
  tr: 'Merhaba',
  id: 'Halo',
  ar: 'مرحبًا',
  hi: 'नमस्ते',
};

/** The first messages of a chat, exactly as they would be sent; the buttons can be pressed, and show what comes of it. */
export function FirstChat({ text, locales, onShow, notice }: FirstChatProps) {
  const t = useWords(automatedWords);
  const { language } = useSpeech();
  const { displayName } = useApp();
  const [pressed, setPressed] = useState<number>();
  const [opened, setOpened] = useState<HTMLElement>();
  const lines = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = lines.current;
    if (list !== null) list.scrollTop = pressed === undefined ? 0 : list.scrollHeight;
  }, [pressed]);
  const message = messageOf(text);
  const choices = message?.buttons ?? message?.list?.rows ?? [];
  const attributes = wordsAttributes(text?.locale ?? 'en');
  const press = (id: string) => {
    setOpened(undefined);
    setPressed(Number(id));
  };
  const isNo = pressed === choices.length - 1;
  return (
    <section class="first-chat" aria-label={t.phone}>
      <div class="preview-head">
        <h2>{t.phone}</h2>
        {locales.length > 1 && (
          <select
            aria-label={t.language}
            value={text?.locale}
            onChange={({ currentTarget }) => onShow(currentTarget.value)}
          >
            {locales.map((locale) => (
              <option key={locale} value={locale}>
                {languageName(locale, language)}
              </option>
            ))}
          </select>
        )}
      </div>
      <div class="phone still" {...attributes}>
        <div class="phone-screen" inert={opened !== undefined}>
          <header class="phone-head">
            <span class="phone-face" aria-hidden="true">
              {[...displayName][0]}
            </span>
            <strong>
              <bdi>{displayName}</bdi>
            </strong>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <div class="phone-lines" ref={lines} role="log" aria-label={t.phone} tabIndex={0}>
            <ol>
              <li class="bubble person">
                <p>{hellos[attributes.lang.split('-')[0] ?? ''] ?? '👋'}</p>
              </li>
              {message === undefined ? (
                <li class="phone-event">{t.nothing}</li>
              ) : (
                <li class="bubble business">
                  <ShownMessage
                    message={message}
                    onButton={({ id }) => press(id)}
                    onOpen={(_what, by) => setOpened(by)}
                  />
                </li>
              )}
              {pressed !== undefined && (
                <li class="bubble person">
                  <p>{choices[pressed]?.title}</p>
                </li>
              )}
              {pressed !== undefined && !isNo && text !== undefined && (
                <li class="bubble business">
                  <p>{confirmationOf(text.locale, displayName, [wordsAt(pressed, text, notice)])}</p>
                </li>
              )}
            </ol>
          </div>
        </div>
        {opened !== undefined && (
          <ChoiceSheet
            title={message?.list?.open ?? ''}
            by={opened}
            choices={choices}
            onChoose={({ id }) => press(id)}
            onClose={() => setOpened(undefined)}
          />
        )}
      </div>
      <div aria-live="polite">
        <p class="small">
          {message === undefined ? '' : pressed === undefined ? t.press : isNo ? t.afterNo : t.afterYes}
        </p>
      </div>
      {pressed !== undefined && <Button onClick={() => setPressed(undefined)}>{t.again}</Button>}
    </section>
  );
}

/** What would be sent, with the place of each choice as its id: the payloads are made when it is. */
function messageOf(text: FirstText | undefined): Message | undefined {
  if (text?.text === undefined) return undefined;
  const { buttons, list } = text;
  return {
    text: text.text,
    buttons: buttons?.map((title, n) => ({ id: String(n), title })),
    list: list && { open: list.open, rows: list.rows.map((row, n) => ({ ...row, id: String(n) })) },
  };
}

/** The whole words of what was pressed: a button may show them cut. */
function wordsAt(place: number, text: FirstText, notice: NoticeText | undefined): string {
  const left = new Set(text.leftOut.map(({ purposeId }) => purposeId));
  const asked = (notice?.purposes ?? []).filter(({ purposeId }) => !left.has(purposeId));
  return asked[place]?.text ?? text.buttons?.[place] ?? text.list?.rows[place]?.title ?? '';
}
