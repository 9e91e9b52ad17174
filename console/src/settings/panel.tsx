import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Form } from '../kit/form.tsx';
import type { KeptForm } from '../kit/kept-form.ts';
import { useWords } from '../words/use-words.ts';
import { settingsWords } from './words/settings-words.ts';

export interface PanelProps {
  readonly title: string;
  /** What it does. */
  readonly does: string;
  readonly form: KeptForm;
  readonly children: ComponentChildren;
}

/** Settings that belong together, with a button of their own. */
export function Panel({ title, does, form, children }: PanelProps) {
  const t = useWords(settingsWords);
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p class="hint">{does}</p>
      </div>
      <Form form={form} act={t.save}>
        {children}
        {form.isChanged && (
          <div class="unsaved">
            <p class="small">{t.unsaved}</p>
            <Button look="quiet" onClick={form.discard}>
              {t.discard}
            </Button>
          </div>
        )}
      </Form>
    </section>
  );
}
