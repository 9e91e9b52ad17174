import { useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { toast } from '../kit/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { keysWords } from './words/keys-words.ts';

interface SecretProps {
  readonly name: string;
  /** The key as it is sent; undefined: there is none to show. */
  readonly secret: string | undefined;
  /** Something to know of it besides. */
  readonly more?: string;
  readonly onClose: () => void;
}

/** Shows a key this once: it is in no list, no cache and no address, and only somebody who says so closes it. */
export function Secret({ name, secret, more, onClose }: SecretProps) {
  const t = useWords(keysWords);
  const shown = useRef<HTMLElement>(null);
  const copy = () =>
    navigator.clipboard.writeText(secret ?? '').then(
      () => toast(t.copied),
      () => {
        if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
        toast(t.copyYourself);
      },
    );
  return (
    <Dialog title={fill(t.secretTitle, { name: `⁨${name}⁩` })} open={secret !== undefined}>
      <p class="note bad">{t.secretOnce}</p>
      <p class="copyable" dir="ltr">
        <span ref={shown} translate={false}>
          {secret}
        </span>
      </p>
      <p class="small">{t.secretWhere}</p>
      {more !== undefined && <p>{more}</p>}
      <div class="form-acts">
        <Button onClick={onClose}>{t.putAway}</Button>
        <Button look="primary" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </div>
    </Dialog>
  );
}
