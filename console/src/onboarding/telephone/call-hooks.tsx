import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../kit/button.tsx';
import { Copyable } from '../../kit/copyable.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Form, useForm } from '../../kit/form.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { toast } from '../../kit/toasts.tsx';
import { When } from '../../kit/when.tsx';
import { kitWords } from '../../kit/words/kit-words.ts';
import { useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { NewHook } from './new-hook.tsx';
import { telephoneWords } from './words/telephone-words.ts';

export type CallHook = components['schemas']['CallHook'];
export type IssuedHook = components['schemas']['IssuedCallHook'];

/** The secret addresses at which a provider tells of calls: made, given anew and ended; each is shown once. */
export function CallHooks({ provider }: { readonly provider: CallHook['provider'] }) {
  const t = useWords(telephoneWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<{ readonly what: 'make' | 'rotate' | 'remove'; readonly hook?: CallHook }>();
  const [issued, setIssued] = useState<IssuedHook>();
  const hooks = useQuery({
    queryKey: ['call-hooks', appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/call-hooks', { params: { path: { appId } } })),
  });
  const close = () => setAsking(undefined);
  const done = (hook?: IssuedHook) => {
    close();
    setIssued(hook);
    void queries.invalidateQueries({ queryKey: ['call-hooks', appId] });
  };
  // "Another one" is no name that stands in a sentence.
  const titleOf = (words: string, generic: string) =>
    provider === 'generic' ? generic : fill(words, { provider: t.providers[provider] });
  const { what, hook } = asking ?? {};
  return (
    <>
      <p>{t.hookHow[provider]}</p>
      <h3>{t.hooks}</h3>
      <p class="hint">{t.hooksDoes}</p>
      <Loaded of={hooks} lines={2}>
        {({ data }) => {
          const own = data.filter((each) => each.provider === provider);
          return own.length === 0 ? (
            <p class="small">{t.noHooks}</p>
          ) : (
            <ul class="hook-list">
              {own.map((each) => (
                <li key={each.hookId}>
                  <span>
                    <code dir="ltr">{each.hookId}</code>{' '}
                    <span class="small">
                      {[each.country, each.phone, each.spoken?.locale].filter(Boolean).join(' · ')} · {t.made}{' '}
                      <When at={each.createdAt} />
                    </span>
                  </span>
                  <span class="row-acts">
                    <Button look="quiet" onClick={() => setAsking({ what: 'rotate', hook: each })}>
                      {t.rotate}
                    </Button>
                    <Button look="quiet" onClick={() => setAsking({ what: 'remove', hook: each })}>
                      {t.remove}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <div class="row-acts">
        <Button onClick={() => setAsking({ what: 'make' })}>{t.makeHook}</Button>
      </div>
      <Dialog title={titleOf(t.hookTitle, t.makeHook)} open={what === 'make'} onClose={close}>
        <NewHook provider={provider} onMade={done} onClose={close} />
      </Dialog>
      <Dialog title={titleOf(t.rotateTitle, t.rotate)} open={what === 'rotate'} onClose={close}>
        {hook && <Rotate of={hook} onMade={done} onClose={close} />}
      </Dialog>
      <Dialog title={t.removeTitle} open={what === 'remove'} onClose={close}>
        {hook && <Remove of={hook} onDone={done} onClose={close} />}
      </Dialog>
      <Dialog title={titleOf(t.hookTitle, t.makeHook)} open={issued !== undefined}>
        <p class="note bad">{t.hookOnce}</p>
        <Copyable label={t.hookUrl} text={issued?.url ?? ''} hint={t.hookHow[provider]} />
        <div class="form-acts">
          <Button look="primary" onClick={() => setIssued(undefined)}>
            {t.putAway}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

interface RotateProps {
  readonly of: CallHook;
  readonly onMade: (hook: IssuedHook) => void;
  readonly onClose: () => void;
}

function Rotate({ of: { hookId }, onMade, onClose }: RotateProps) {
  const t = useWords(telephoneWords);
  const { appId } = useApp();
  const form = useForm(
    {},
    () =>
      dataOf(
        api.POST('/v1/apps/{appId}/call-hooks/{hookId}/rotate', { params: { path: { appId, hookId } }, body: {} }),
      ),
    onMade,
  );
  return (
    <Form form={form} act={t.rotate} onCancel={onClose} whenUnsure={t.maybeMade}>
      <p>{t.rotateDoes}</p>
    </Form>
  );
}

interface RemoveProps {
  readonly of: CallHook;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Remove({ of: { hookId }, onDone, onClose }: RemoveProps) {
  const t = useWords(telephoneWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const form = useForm(
    {},
    async () => {
      await dataOf(api.DELETE('/v1/apps/{appId}/call-hooks/{hookId}', { params: { path: { appId, hookId } } }));
    },
    () => {
      toast(t.removed);
      onDone();
    },
  );
  return (
    <Form form={form} act={t.remove} look="danger" onCancel={onClose} whenUnsure={same}>
      <p>{t.removeDoes}</p>
    </Form>
  );
}
