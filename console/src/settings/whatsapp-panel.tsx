import { useRef, useState } from 'preact/hooks';
import { type App, useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { SelectField, TextField, type Values } from '../kit/form.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { Panel } from './panel.tsx';
import { type AppChange, providerNames, useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const fields = ['phone', 'phoneNumberId', 'wabaId', 'portfolioId'] as const;

const providers = ['meta', 'aws', 'twilio'] as const;
const providerAt = '/whatsapp/provider';

const valuesOf = ({ whatsapp }: App): Values => ({
  ...Object.fromEntries(fields.map((field) => [`/whatsapp/${field}`, whatsapp?.[field] ?? ''])),
  [providerAt]: whatsapp?.provider ?? 'meta',
});

/** Whether this is another number than the app has: then windows close, and that is asked first (docs/changing-number.md). */
function isAnother({ whatsapp }: App, values: Values): boolean {
  if (whatsapp === undefined) return false;
  return (['phoneNumberId', 'wabaId', 'portfolioId'] as const).some((field) => {
    const had = whatsapp[field];
    return had !== undefined && had !== (values[`/whatsapp/${field}`]?.trim() ?? '');
  });
}

/** The WhatsApp number, with a warning before it becomes another one. */
export function WhatsappPanel() {
  const t = useWords(settingsWords);
  const { cancel } = useWords(kitWords);
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const isAgreed = useRef(false);
  const form = useSettings(
    'whatsapp',
    valuesOf,
    (values): AppChange | undefined => {
      if (isAnother(app, values) && !isAgreed.current) return undefined;
      isAgreed.current = false;
      const given = fields.flatMap((field) => {
        const value = values[`/whatsapp/${field}`]?.trim() ?? '';
        return value === '' ? [] : [[field, value] as const];
      });
      const provider = values[providerAt] ?? 'meta';
      return { whatsapp: given.length === 0 ? null : { ...Object.fromEntries(given), provider } } as AppChange;
    },
    () => setAsking(true),
  );
  const typed = (field: string) => form.values[`/whatsapp/${field}`]?.trim() ?? '';
  const isGone = fields.every((field) => typed(field) === '');
  const isOtherPortfolio =
    typed('wabaId') !== app.whatsapp?.wabaId || typed('portfolioId') !== (app.whatsapp?.portfolioId ?? '');
  return (
    <Panel title={t.whatsapp} does={t.whatsappDoes} form={form}>
      <div class="row-fields">
        <TextField form={form} pointer="/whatsapp/phone" label={t.phone} hint={t.phoneHint} type="tel" dir="ltr" />
        <TextField form={form} pointer="/whatsapp/phoneNumberId" label={t.phoneNumberId} hint={t.metaHint} dir="ltr" />
        <TextField form={form} pointer="/whatsapp/wabaId" label={t.wabaId} hint={t.metaHint} dir="ltr" />
        <TextField
          form={form}
          pointer="/whatsapp/portfolioId"
          label={t.portfolioId}
          hint={t.portfolioHint}
          dir="ltr"
          optional
        />
      </div>
      <SelectField
        form={form}
        pointer={providerAt}
        label={t.provider}
        hint={t.providerHint}
        choices={providers.map((each) => [each, each === 'meta' ? t.metaDirect : providerNames[each]] as const)}
      />
      <Dialog title={isGone ? t.noNumberTitle : t.anotherTitle} open={asking} onClose={() => setAsking(false)}>
        <ul class="consequences">
          <li>{t.peopleStay}</li>
          <li>{t.windowsClose}</li>
          <li>{t.oldNumber}</li>
          {isOtherPortfolio && !isGone && <li>{t.otherPortfolio}</li>}
          {isGone && <li>{t.noNumber}</li>}
          <li>{t.printed}</li>
        </ul>
        <div class="form-acts">
          <Button onClick={() => setAsking(false)}>{cancel}</Button>
          <Button
            look="danger"
            onClick={() => {
              isAgreed.current = true;
              setAsking(false);
              form.submit();
            }}
          >
            {isGone ? t.takeAway : t.change}
          </Button>
        </div>
      </Dialog>
    </Panel>
  );
}
