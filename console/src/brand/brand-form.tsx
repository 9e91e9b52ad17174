import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Form, type FormState, TextField, type Values } from '../kit/form.tsx';
import { useKeptForm } from '../kit/kept-form.ts';
import { toast } from '../kit/toasts.tsx';
import { isColour } from '../preview/colours.ts';
import { type PreviewBrand, storedBrand } from '../preview/page-preview.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { LogoField, type TypedLogo } from './logo-field.tsx';
import { suggestedColours } from './suggested-colours.ts';
import { brandWords } from './words/brand-words.ts';

type BrandChange = NonNullable<components['schemas']['AppChange']['brand']>;

const lines = ['accent', 'accentDark', 'siteUrl', 'returnUrl', 'supportLine'] as const;

const valuesOf = ({ brand = {} }: App): Values =>
  Object.fromEntries([...lines.map((line) => [`/brand/${line}`, brand[line] ?? '']), ['/brand/logo', '']]);

/** Taken away by the next save. */
export const noLogo = 'none';

/** Logo, colours and ways to reach the business; whatever is typed is told to the preview. */
export function BrandForm({ onTyped }: { readonly onTyped: (brand: PreviewBrand) => void }) {
  const t = useWords(brandWords);
  const app = useApp();
  const queries = useQueryClient();
  const start = valuesOf(app);
  const form = useKeptForm(
    `brand:${app.appId}`,
    start,
    (values) =>
      dataOf(
        api.PATCH('/v1/apps/{appId}', {
          params: { path: { appId: app.appId } },
          body: { brand: changeOf(start, values) },
        }),
      ),
    (changed) => {
      queries.setQueryData(['app', app.appId], changed);
      const stored = valuesOf(changed);
      for (const [pointer, value] of Object.entries(stored)) form.set(pointer, value);
      for (const pointer of ['/logo/width', '/logo/height']) form.set(pointer, '');
      toast(t.saved);
    },
    t.faults,
  );
  const { values } = form;
  useEffect(() => onTyped(typedBrand(app, values)), [values, app]);
  const suggested = form.failure === undefined ? undefined : suggestedColours(form.failure.faults);
  const spoken: FormState = {
    ...form,
    faultsOf: (pointer) =>
      form.faultsOf(pointer).map((each) => {
        const { ratio = '', isFaintInDark = false } = suggested?.[pointer] ?? {};
        return fill(isFaintInDark && each === t.faults['low-contrast'] ? t.faintInDark : each, { ratio });
      }),
  };
  return (
    <Form form={spoken} act={t.save}>
      <LogoField form={spoken} stored={storedBrand(app).logo} />
      <ColourField form={spoken} pointer="/brand/accent" label={t.accent} hint={t.accentHint} />
      <Suggestion form={form} pointer="/brand/accent" suggested={suggested} />
      <ColourField form={spoken} pointer="/brand/accentDark" label={t.accentDark} hint={t.accentDarkHint} />
      <Suggestion form={form} pointer="/brand/accentDark" suggested={suggested} />
      <TextField
        form={spoken}
        pointer="/brand/siteUrl"
        label={t.siteUrl}
        hint={t.siteHint}
        type="url"
        dir="ltr"
        optional
      />
      <TextField
        form={spoken}
        pointer="/brand/returnUrl"
        label={t.returnUrl}
        hint={t.returnHint}
        type="url"
        dir="ltr"
        optional
      />
      <TextField form={spoken} pointer="/brand/supportLine" label={t.supportLine} hint={t.supportHint} optional />
    </Form>
  );
}

/** What is sent: only what is another than stored. */
function changeOf(start: Values, values: Values): BrandChange {
  const changed = lines.flatMap((line) => {
    const value = values[`/brand/${line}`]?.trim() ?? '';
    return value === start[`/brand/${line}`] ? [] : [[line, value === '' ? null : value] as const];
  });
  const logo = values['/brand/logo'] ?? '';
  return {
    ...Object.fromEntries(changed),
    ...(logo !== '' && { logo: logo === noLogo ? null : logo.replace(/^data:[^,]*,/, '') }),
  };
}

/** The brand as it would be with what is typed. */
function typedBrand(app: App, values: Values): PreviewBrand {
  const logo = values['/brand/logo'] ?? '';
  const size = { width: Number(values['/logo/width']), height: Number(values['/logo/height']) };
  return {
    logo:
      logo === '' ? storedBrand(app).logo : logo === noLogo ? undefined : ({ src: logo, ...size } satisfies TypedLogo),
    ...Object.fromEntries(lines.map((line) => [line, values[`/brand/${line}`]])),
  };
}

interface ColourFieldProps {
  readonly form: FormState;
  readonly pointer: string;
  readonly label: string;
  readonly hint: string;
}

/** A colour as it is written, with the picker of the browser beside it. */
function ColourField({ form, pointer, label, hint }: ColourFieldProps) {
  const t = useWords(brandWords);
  const value = form.values[pointer];
  return (
    <div class="colour-field">
      <TextField form={form} pointer={pointer} label={label} hint={hint} dir="ltr" optional />
      <input
        type="color"
        aria-label={fill(t.pick, { colour: label })}
        value={isColour(value) ? value : '#808080'}
        onInput={({ currentTarget }) => form.set(pointer, currentTarget.value)}
      />
    </div>
  );
}

interface SuggestionProps {
  readonly form: FormState;
  readonly pointer: string;
  readonly suggested: ReturnType<typeof suggestedColours> | undefined;
}

/** The nearest colour that can be seen, to be taken by one press. */
function Suggestion({ form, pointer, suggested }: SuggestionProps) {
  const t = useWords(brandWords);
  const { nearest, forDark } = suggested?.[pointer] ?? {};
  if (nearest === undefined || form.values[pointer] === nearest) return null;
  return (
    <div class="suggestions">
      <Button onClick={() => form.set(pointer, nearest)}>
        <Swatch colour={nearest} /> {fill(t.takeNearest, { colour: `⁦${nearest}⁩` })}
      </Button>
      {forDark !== undefined && form.values['/brand/accentDark'] === '' && (
        <Button onClick={() => form.set('/brand/accentDark', forDark)}>
          <Swatch colour={forDark} /> {fill(t.takeDark, { colour: `⁦${forDark}⁩` })}
        </Button>
      )}
    </div>
  );
}

function Swatch({ colour }: { readonly colour: string }) {
  return <span class="swatch" style={{ background: colour }} aria-hidden="true" />;
}
