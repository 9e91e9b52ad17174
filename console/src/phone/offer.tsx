import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { toast } from '../kit/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { local } from './local.ts';
import { LocalForm } from './local-form.tsx';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

interface Offered {
  readonly sent: boolean;
  readonly reasons: readonly { readonly detail: string }[];
}

/** The business asks whether it may, and sends only then. */
export function Offer({
  app,
  personId,
  close,
}: {
  readonly app: PhoneApp;
  readonly personId: string;
  readonly close: () => void;
}) {
  const t = useWords(phoneWords);
  const [purpose, setPurpose] = useState(app.purposes[0]?.purposeId ?? '');
  const [name, setName] = useState('');
  const [held, setHeld] = useState<Offered['reasons']>();
  const state = useQuery({ queryKey: ['local', 'state'], queryFn: local.state });
  const templates = state.data?.templates ?? [];
  const template = templates.find((each) => each.name === name) ?? templates[0];
  return (
    <LocalForm
      act={t.offerSend}
      onCancel={close}
      fields={[{ name: 'text', label: t.words, start: t.offerWords }]}
      send={async ({ text, ...typed }) => {
        const payloads = (template?.quickReplies ?? []).map((_label, n) => typed[`payload-${n}`]?.trim() ?? '');
        const offer = {
          act: 'offer',
          app: app.whatsapp.phoneNumberId,
          purpose,
          text,
          template: template?.name,
          payloads,
        };
        const { sent, reasons } = await local.act<Offered>(personId, offer);
        if (!sent) return setHeld(reasons);
        toast(t.offerSent);
        close();
      }}
    >
      <p>{t.offerWhy}</p>
      <div class="field">
        <label for="offer-purpose">{t.purpose}</label>
        <select id="offer-purpose" value={purpose} onChange={({ currentTarget }) => setPurpose(currentTarget.value)}>
          {app.purposes.map(({ purposeId, name }) => (
            <option key={purposeId} value={purposeId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="offer-template">{t.template}</label>
        <select
          id="offer-template"
          value={template?.name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        >
          {templates.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name} · {t.categories[each.category]}
            </option>
          ))}
        </select>
      </div>
      {template !== undefined && (
        <details key={template.name} class="phone-payloads">
          <summary>{t.payloads}</summary>
          <p class="hint">{t.payloadsWhy}</p>
          {template.quickReplies.map((label, n) => (
            <label key={label} class="field">
              <span dir="auto">{label}</span>
              <input name={`payload-${n}`} dir="ltr" autocomplete="off" spellcheck={false} placeholder={label} />
            </label>
          ))}
        </details>
      )}
      {held !== undefined && (
        <div class="note bad" role="alert">
          <p>{t.offerHeld}</p>
          <ul lang="en" dir="ltr">
            {held.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
    </LocalForm>
  );
}
