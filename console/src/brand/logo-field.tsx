import { useId, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import type { FormState } from '../kit/form.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { noLogo } from './brand-form.tsx';
import { readLogo } from './read-logo.ts';
import { brandWords } from './words/brand-words.ts';

export interface TypedLogo {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

interface LogoFieldProps {
  readonly form: FormState;
  readonly stored: TypedLogo | undefined;
}

/** The logo: a file, looked at before it is sent, and made smaller where that helps. */
export function LogoField({ form, stored }: LogoFieldProps) {
  const t = useWords(brandWords);
  const { number } = useSpeech();
  const id = useId();
  const [said, setSaid] = useState('');
  const pointer = '/brand/logo';
  form.claim(pointer);
  const typed = form.values[pointer] ?? '';
  const faults = form.faultsOf(pointer);
  const set = (logo: string, width = 0, height = 0) => {
    form.set(pointer, logo);
    form.set('/logo/width', width === 0 ? '' : String(width));
    form.set('/logo/height', height === 0 ? '' : String(height));
  };
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const { src, width, height, bytes, isSmaller } = await readLogo(file);
      set(src, width, height);
      const values = { width: number(width), height: number(height), size: number(Math.ceil(bytes / 1024)) };
      setSaid(fill(isSmaller ? t.madeSmaller : t.chosen, values));
    } catch {
      setSaid(t.faults['not-a-picture']);
    }
  };
  const shown = typed === '' ? stored?.src : typed === noLogo ? undefined : typed;
  return (
    <div class={faults.length > 0 ? 'field faulty' : 'field'}>
      <label for={id}>{t.logo}</label>
      <p class="hint" id={`${id}-hint`}>
        {t.logoHint}
      </p>
      <div class="logo-field">
        {shown !== undefined && <img src={shown} alt={t.logo} />}
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-hint ${id}-faults`}
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        {shown !== undefined && (
          <Button
            look="quiet"
            onClick={() => {
              set(typed === '' ? noLogo : '');
              setSaid('');
            }}
          >
            {typed === '' ? t.removeLogo : t.undoLogo}
          </Button>
        )}
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <p class="faults" id={`${id}-faults`}>
        {faults.join(' ')}
      </p>
    </div>
  );
}
