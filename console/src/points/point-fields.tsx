import { useState } from 'preact/hooks';
import type { App } from '../app-context.ts';
import { ChecksField, RadiosField } from '../kit/choice-fields.tsx';
import { type FormState, LongTextField, SelectField, TextField } from '../kit/form.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { isEmbedded, type PointKind, showsNotice } from './points.ts';
import { pointsWords } from './words/points-words.ts';

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
  const chosen = form.values['/notice'] ?? '';
  const hasFault = more.some((pointer) => form.faultsOf(pointer).length > 0);
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
              ...(chosen === '' ? [['', kit.chooseOne] as const] : []),
              ...[...new Set([...(chosen === '' ? [] : [chosen]), ...notices])].map((each) => [each, each] as const),
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
          {['link', 'widget', 'whatsapp-chat', 'ad'].includes(kind) && (
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
