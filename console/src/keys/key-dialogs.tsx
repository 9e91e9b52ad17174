import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { keySource } from '../session/api-key.ts';
import { openSession, signOut } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { endingWith, type Key, type Keys } from './keys.ts';
import { ScopeNames } from './one-key.tsx';
import { Secret } from './secret.tsx';
import { keysWords } from './words/keys-words.ts';

interface RotateDialogProps {
  readonly of: Key;
  /** It is the key of this session, which then goes on with the new secret. */
  readonly isOwn: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives a key another secret, and shows it once. */
export function RotateDialog({ of: key, isOwn, open, onClose }: RotateDialogProps) {
  const t = useWords(keysWords);
  const [made, setMade] = useState<components['schemas']['IssuedKey']>();
  return (
    <>
      <Dialog title={fill(t.rotateTitle, { name: `⁨${key.name}⁩` })} open={open} onClose={onClose}>
        <Rotate
          of={key}
          onClose={onClose}
          onMade={(issued) => {
            onClose();
            setMade(issued);
            if (isOwn) openSession(keySource(issued.key));
          }}
        />
      </Dialog>
      <Secret
        name={key.name}
        secret={made?.key}
        {...(isOwn && { more: t.rotatedOwn })}
        onClose={() => setMade(undefined)}
      />
    </>
  );
}

/** Seconds that the secret before is taken more: at once, an hour, a day, a week. */
const graces = ['0', '3600', '86400', '604800'] as const;

interface RotateProps {
  readonly of: Key;
  readonly onClose: () => void;
  readonly onMade: (issued: components['schemas']['IssuedKey']) => void;
}

function Rotate({ of: { keyId }, onClose, onMade }: RotateProps) {
  const t = useWords(keysWords);
  const queries = useQueryClient();
  const form = useForm(
    { '/graceSeconds': '86400' },
    async (values) => {
      const body = { graceSeconds: Number(values['/graceSeconds']) };
      return await dataOf(api.POST('/v1/keys/{keyId}/rotate', { params: { path: { keyId } }, body }));
    },
    (issued) => {
      onMade(issued);
      void queries.invalidateQueries({ queryKey: ['keys'] });
    },
  );
  return (
    <Form form={form} act={t.rotate} onCancel={onClose} whenUnsure={t.maybeRotated}>
      <p>{t.rotateDoes}</p>
      <SelectField
        form={form}
        pointer="/graceSeconds"
        label={t.grace}
        hint={t.graceHint}
        choices={graces.map((each) => [each, t.graces[each]] as const)}
      />
    </Form>
  );
}

interface RevokeDialogProps {
  readonly of: Key;
  readonly keys: Keys;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Ends a key for ever, after it has said what stops working. */
export function RevokeDialog({ of: key, keys, open, onClose }: RevokeDialogProps) {
  const t = useWords(keysWords);
  return (
    <Dialog title={fill(t.revokeTitle, { name: `⁨${key.name}⁩` })} open={open} onClose={onClose}>
      <Revoke of={key} keys={keys} onClose={onClose} />
    </Dialog>
  );
}

function Revoke({ of: key, keys: { all, own }, onClose }: Omit<RevokeDialogProps, 'open'>) {
  const t = useWords(keysWords);
  const { same } = useWords(kitWords);
  const { ago } = useSpeech();
  const queries = useQueryClient();
  const { keyId, lastUsedAt, scopes } = key;
  const ending = endingWith(keyId, all);
  // A key that made this one's session ends the session, too.
  const isOwn = own !== undefined && [keyId, ...ending.map((each) => each.keyId)].includes(own.keyId);
  const form = useForm(
    {},
    async () => {
      try {
        await dataOf(api.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } }));
      } catch (error) {
        // It has ended: by a try whose answer was lost, or by somebody else.
        if (failureOf(error).kind !== 'not-found') throw error;
      }
    },
    () => {
      toast(t.revokedNow);
      onClose();
      if (isOwn) signOut();
      else void queries.invalidateQueries({ queryKey: ['keys'] });
    },
  );
  return (
    <Form form={form} act={t.revoke} look="danger" onCancel={onClose} whenUnsure={same}>
      <p>
        <strong>
          {lastUsedAt === undefined ? t.unused : fill(t.usedLast, { ago: ago(new Date(lastUsedAt), Date.now()) })}
        </strong>{' '}
        {t.revokeDoes}
      </p>
      <p>{t.breaks}</p>
      <ScopeNames of={scopes} />
      {ending.length > 0 && (
        <>
          <p>{t.endToo}</p>
          <ul>
            {ending.map((each) => (
              <li key={each.keyId}>
                <bdi>{each.name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOwn && <p class="note bad">{t.revokeOwn}</p>}
    </Form>
  );
}
