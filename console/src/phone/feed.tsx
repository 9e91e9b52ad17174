import { useSpeech, useWords } from '../words/use-words.ts';
import type { Happening } from './happening.ts';
import type { PhonePerson } from './local.ts';
import type { PhoneApp } from './phone-app.ts';
import { useSaying } from './say-happening.ts';
import { phoneWords } from './words/phone-words.ts';

/** Everything that happens, the latest first. */
export function Feed({
  happenings,
  app,
  people,
}: {
  readonly happenings: readonly Happening[];
  readonly app: PhoneApp;
  readonly people: readonly PhonePerson[];
}) {
  const t = useWords(phoneWords);
  const { exact, time } = useSpeech();
  const say = useSaying(app, people);
  const shown = happenings.flatMap((happening) => {
    const said = say(happening);
    return said === undefined ? [] : [{ ...said, ...happening }];
  });
  return (
    <section class="panel feed" aria-labelledby="feed-title">
      <h2 id="feed-title">{t.feed}</h2>
      {shown.length === 0 && <p class="lead">{t.feedEmpty}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <div class="feed-list" role="log" aria-labelledby="feed-title" tabIndex={0}>
        <ol>
          {shown.toReversed().map(({ id, at, kind, text, small, tone }) => (
            <li key={id} class={`happening ${tone ?? ''}`} data-kind={kind}>
              <time dateTime={at} title={exact(new Date(at))}>
                {time(new Date(at))}
                {at.slice(16, 19)}
              </time>
              <strong>{t.kinds[kind as keyof typeof t.kinds] ?? kind}</strong>
              <p dir="auto">
                {text}
                {small !== undefined && <span class="small"> {small}</span>}
              </p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
