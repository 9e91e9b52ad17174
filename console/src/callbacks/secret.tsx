import { Button } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { callbacksWords } from './words/callbacks-words.ts';

interface SecretProps {
  readonly name: string;
  /** Undefined: there is none to show. */
  readonly secret: string | undefined;
  readonly onClose: () => void;
}

/** The secret of an address: it is in no list, no cache and no address of a page. */
export function Secret({ name, secret, onClose }: SecretProps) {
  const t = useWords(callbacksWords);
  return (
    <Dialog title={fill(t.secretTitle, { name: `⁨${name}⁩` })} open={secret !== undefined}>
      <p>{t.secretOnce}</p>
      <Copyable label={t.secretLabel} text={secret ?? ''} />
      <p class="small">{t.secretWhere}</p>
      <div class="form-acts">
        <Button look="primary" onClick={onClose}>
          {t.putAway}
        </Button>
      </div>
    </Dialog>
  );
}
