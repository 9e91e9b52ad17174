import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { toast } from '../kit/toasts.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { PersonDialogProps } from './opt-out-dialog.tsx';
import { usersWords } from './words/users-words.ts';

type Point = components['schemas']['CollectionPoint'];

/** A link to the page on which somebody sees and changes what they agreed to. */
export function PreferenceLinkDialog({ userId, name, open, onClose }: PersonDialogProps) {
  const t = useWords(usersWords);
  const app = useApp();
  const points = useQuery({
    queryKey: ['points', app.appId, 'first'],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/points', { params: { path: { appId: app.appId }, query: { limit: 100 } } })),
    enabled: open,
  });
  return (
    <Dialog title={fill(t.linkTitle, { person: `⁦${name}⁩` })} open={open} onClose={onClose}>
      <p>{t.linkWhy}</p>
      <Loaded of={points} lines={2}>
        {({ data }) => {
          const pages = data.filter(({ kind }) => kind === 'preference-page');
          return pages.length === 0 ? (
            <Nothing onClose={onClose} />
          ) : (
            <LinkForm userId={userId} pages={pages} onClose={onClose} />
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function Nothing({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(usersWords);
  return (
    <>
      <p class="note">{t.linkNone}</p>
      <div class="form-acts">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </>
  );
}

interface LinkFormProps {
  readonly userId: string;
  readonly pages: readonly Point[];
  readonly onClose: () => void;
}

function LinkForm({ userId, pages, onClose }: LinkFormProps) {
  const t = useWords(usersWords);
  const { date } = useSpeech();
  const app = useApp();
  const [made, setMade] = useState<components['schemas']['PersonalLink']>();
  const form = useForm(
    { '/pointId': pages[0]?.pointId ?? '' },
    (values) =>
      dataOf(
        api.POST('/v1/apps/{appId}/personal-links', {
          params: { path: { appId: app.appId } },
          body: { user: { userId }, pointId: values['/pointId'] ?? '' },
        }),
      ),
    setMade,
  );
  if (made === undefined) {
    return (
      <Form form={form} act={t.linkMake} onCancel={onClose}>
        <SelectField
          form={form}
          pointer="/pointId"
          label={t.linkPoint}
          choices={pages.map(({ pointId, name }) => [pointId, name] as const)}
        />
      </Form>
    );
  }
  const copy = () => void navigator.clipboard.writeText(made.url).then(() => toast(t.copied));
  return (
    <>
      <p class="copyable" dir="ltr">
        {made.url}
      </p>
      <p class="small">{fill(t.linkUntil, { date: date(new Date(made.expiresAt)) })}</p>
      <div class="form-acts">
        <Button onClick={onClose}>{t.close}</Button>
        <Button look="primary" onClick={copy}>
          {t.copy}
        </Button>
      </div>
    </>
  );
}
