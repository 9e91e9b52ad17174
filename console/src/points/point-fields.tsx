import { useState } from 'preact/hooks';
import type { components } from '../api/client.ts';
import type { App } from '../app-context.ts';
import { ChecksField, linesOf, RadiosField } from '../kit/choice-fields.tsx';
import { type FormState, LongTextField, SelectField, TextField, type Values } from '../kit/form.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { dayIn, endOfDay } from './days.ts';
import { isEmbedded, type Point, type PointKind, showsNotice } from './points.ts';
import { pointsWords } from './words/points-words.ts';

type Settings = components['schemas']['CollectionPointSettings'];
type Change = components['schemas']['CollectionPointChange'];

export interface PointFieldsProps {
  readonly form: FormState;
  readonly kind: PointKind;
  readonly app: App;
  readonly notices: readonly string[];
}

/** What can be said of a point of this kind; what few need is folded away until it has a fault. */
export function PointFields({ form, kind, app, notices }: PointFieldsProps) {
  const t = useWords(pointsWords);
  const kit = useWords(kitWords);
  const [isOpen, setOpen] = useState(false);
  const more = ['/campaign', '/cap', '/expiresAt', '/greeting', '/formLimit'];
  const hasFault = more.some((pointer) => form.faultsOf(pointer).length > 0);
  const opensChat = kind === 'link' && form.values['/opens'] === 'chat';
  return (
    <>
      <TextField form={form} pointer="/name" label={t.name} hint={t.nameHint} />
      {showsNotice(kind) && (
        <>
          <ChecksField
            form={form}
            pointer="/purposes"
            label={t.purposes}
            hint={t.purposesHint}
            choices={app.purposes.map(({ purposeId, name }) => [purposeId, name])}
          />
          <SelectField
            form={form}
            pointer="/notice"
            label={t.notice}
            hint={t.noticeHint}
            choices={[
              ...(form.values['/notice'] === undefined ? [['', kit.chooseOne] as const] : []),
              ...notices.map((each) => [each, each] as const),
            ]}
          />
        </>
      )}
      {isEmbedded(kind) && (
        <LongTextField form={form} pointer="/origins" label={t.origins} hint={t.originsHint} rows={2} />
      )}
      {kind === 'link' && (
        <RadiosField
          form={form}
          pointer="/opens"
          label={t.opens}
          choices={[
            ['check-page', t.opensPage, t.opensPageHint],
            ['chat', t.opensChat, t.opensChatHint],
          ]}
        />
      )}
      <details
        class="more-fields"
        open={isOpen || hasFault}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t.moreSettings}</summary>
        <div>
          <TextField form={form} pointer="/campaign" label={t.campaign} hint={t.campaignHint} optional />
          <TextField form={form} pointer="/cap" label={t.cap} hint={t.capHint} dir="ltr" optional />
          <TextField form={form} pointer="/expiresAt" type="date" label={t.ends} hint={t.endsHint} optional />
          {(opensChat || kind === 'link' || kind === 'widget') && (
            <TextField form={form} pointer="/greeting" label={t.greeting} hint={t.greetingHint} optional />
          )}
          {(kind === 'form' || kind === 'landing-page') && (
            <TextField form={form} pointer="/formLimit" label={t.formLimit} hint={t.formLimitHint} dir="ltr" optional />
          )}
        </div>
      </details>
    </>
  );
}

/** The fields as they stand for a point. */
export function valuesOf(point: Point, timeZone: string): Values {
  const { name, notice, purposes, campaign, greeting, opens, origins, cap, formLimit, expiresAt } = point;
  return {
    '/name': name,
    '/purposes': purposes.join('\n'),
    '/origins': origins.join('\n'),
    '/campaign': campaign ?? '',
    '/greeting': greeting ?? '',
    '/cap': cap?.toString() ?? '',
    '/formLimit': formLimit?.toString() ?? '',
    '/expiresAt': expiresAt === undefined ? '' : dayIn(timeZone, new Date(expiresAt)),
    ...(notice !== undefined && { '/notice': notice.noticeId }),
    ...(opens !== undefined && { '/opens': opens }),
  };
}

/** A number as one; what is none goes as it was typed, so that the API says so beside its field. */
const numberOf = (typed: string): unknown => (/^\d+$/.test(typed) ? Number(typed) : typed);

/** What each field is in the body that is sent; undefined when nothing stands in it. */
function fieldsOf(values: Values, timeZone: string): { readonly [name: string]: unknown } {
  const given = (pointer: string): string | undefined => values[pointer]?.trim() || undefined;
  const as = (pointer: string, read: (typed: string) => unknown): unknown => {
    const typed = given(pointer);
    return typed === undefined ? undefined : read(typed);
  };
  return {
    name: given('/name'),
    notice: as('/notice', (noticeId) => ({ noticeId })),
    purposes: linesOf(values['/purposes']),
    origins: linesOf(values['/origins']),
    opens: given('/opens'),
    campaign: given('/campaign'),
    greeting: given('/greeting'),
    cap: as('/cap', numberOf),
    formLimit: as('/formLimit', numberOf),
    expiresAt: as('/expiresAt', (day) => endOfDay(timeZone, day)),
  };
}

/** A new point as it is sent; what lacks is the API's to say. */
export function settingsOf(kind: PointKind, values: Values, timeZone: string): Settings {
  const given = Object.entries(fieldsOf(values, timeZone)).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { kind, ...Object.fromEntries(given) } as Settings;
}

/** What is different, and nothing else: the version of a notice stays what it was, and so does a field that a colleague changes meanwhile. */
export function changeOf(before: Values, after: Values, timeZone: string): Change {
  const was = fieldsOf(before, timeZone);
  const changed = Object.entries(fieldsOf(after, timeZone)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  // A name cannot be taken away: an empty one is sent as such, and refused beside its field.
  return Object.fromEntries(changed.map(([name, value]) => [name, value ?? (name === 'name' ? '' : null)])) as Change;
}
