import { useState } from 'preact/hooks';
import { Copyable } from '../kit/copyable.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Point, useNoticeTexts } from './points.ts';
import { WidgetPicture } from './widget-picture.tsx';
import { type WidgetLook, widgetTag } from './widget-tag.ts';
import { widgetWordsOf } from './widget-words.ts';
import { pointsWords } from './words/points-words.ts';

/** How a widget looks and what a shop puts into its page, each as it is chosen. */
export function WidgetCode({ point }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const notice = useNoticeTexts(point.notice);
  return (
    <section class="panel">
      <h2>{t.widget}</h2>
      <p class="small">{fill(t.widgetOrigins, { origins: point.origins.join(' ') })}</p>
      <Loaded of={notice} lines={8}>
        {({ texts }) => <Maker point={point} texts={texts} />}
      </Loaded>
    </section>
  );
}

type Texts = NonNullable<ReturnType<typeof useNoticeTexts>['data']>['texts'];

function Maker({ point, texts }: { readonly point: Point; readonly texts: Texts }) {
  const t = useWords(pointsWords);
  const { language } = useSpeech();
  const [look, setLook] = useState<WidgetLook>({
    mode: 'button',
    lang: '',
    theme: 'auto',
    label: '',
    icon: 'auto',
    position: 'end',
  });
  const change = (part: Partial<WidgetLook>) => setLook({ ...look, ...part });
  const wanted = look.lang || language;
  const text = texts.find(({ locale }) => locale.split('-')[0] === wanted.split('-')[0]) ?? texts[0];
  if (text === undefined) return null;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const isFloating = look.mode === 'button';
  return (
    <div class="widget-maker">
      <div class="widget-choices">
        <Pick
          label={t.mode}
          value={look.mode}
          choices={[
            ['button', t.modes.button],
            ['inline', t.modes.inline],
            ['line', t.modes.line],
            ['link', t.modes.link],
          ]}
          onPick={(mode) => change({ mode })}
        />
        <Pick
          label={t.lang}
          value={look.lang}
          choices={[['', t.langAuto], ...texts.map(({ locale }) => [locale, names.of(locale) ?? locale] as const)]}
          onPick={(lang) => change({ lang })}
        />
        <Pick
          label={t.theme}
          value={look.theme}
          choices={[
            ['auto', t.themes.auto],
            ['light', t.themes.light],
            ['dark', t.themes.dark],
          ]}
          onPick={(theme) => change({ theme })}
        />
        {isFloating && (
          <>
            <Pick
              label={t.icon}
              value={look.icon}
              choices={[
                ['auto', t.icons.auto],
                ['label', t.icons.label],
                ['icon', t.icons.icon],
              ]}
              onPick={(icon) => change({ icon })}
            />
            <Pick
              label={t.position}
              value={look.position}
              choices={[
                ['end', t.positions.end],
                ['start', t.positions.start],
              ]}
              onPick={(position) => change({ position })}
            />
          </>
        )}
        {(isFloating || look.mode === 'link') && (
          <label>
            <span class="over">{t.label}</span>
            <input
              value={look.label}
              placeholder={widgetWordsOf(text.locale).button}
              maxLength={60}
              dir="auto"
              onInput={({ currentTarget }) => change({ label: currentTarget.value })}
            />
          </label>
        )}
      </div>
      <WidgetPicture point={point} text={text} look={look} />
      <div class="widget-code">
        <Copyable
          label={t.code}
          hint={t.codeHints[look.mode]}
          text={widgetTag(point.pointId, point.url ?? location.origin, look, widgetWordsOf(text.locale).button)}
          as="code"
        />
      </div>
    </div>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onPick: (value: Value) => void;
}

function Pick<Value extends string>({ label, value, choices, onPick }: PickProps<Value>) {
  return (
    <label>
      <span class="over">{label}</span>
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value as Value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
