import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { toast } from '../kit/toasts.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { changesBetween } from './changes.ts';
import type { Proposal } from './draft.ts';
import type { LatestNotice } from './edit-notice.tsx';
import { languageName } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

export interface PublishDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly proposal: Proposal;
  /** The version that people see now. */
  readonly before: LatestNotice | undefined;
  readonly onPublished: () => void;
}

/** What a new version changes for people, before it is published. */
export function PublishDialog({ open, onClose, ...rest }: PublishDialogProps) {
  const t = useWords(noticesWords);
  const { number } = useSpeech();
  const next = number((rest.before?.version ?? 0) + 1);
  return (
    <Dialog title={fill(t.publishTitle, { n: next })} open={open} onClose={onClose}>
      <WhatChanges {...rest} onClose={onClose} />
    </Dialog>
  );
}

type Inside = Omit<PublishDialogProps, 'open'>;

function WhatChanges(props: Inside) {
  const { appId } = useApp();
  const { noticeId } = props.proposal;
  const points = useQuery({
    queryKey: ['points-of-notice', appId, noticeId],
    queryFn: async () => {
      const all = [];
      let cursor: string | undefined;
      do {
        const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
        const page = await dataOf(api.GET('/v1/apps/{appId}/points', { params: { path: { appId }, query } }));
        all.push(...page.data.filter(({ notice }) => notice?.noticeId === noticeId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
    staleTime: 0,
  });
  return <Loaded of={points}>{(found) => <PublishForm {...props} points={found} />}</Loaded>;
}

interface ShowingPoint {
  readonly pointId: string;
  readonly name: string;
  readonly notice?: { readonly version: number };
}

function PublishForm({
  proposal,
  before,
  points,
  onClose,
  onPublished,
}: Inside & { readonly points: readonly ShowingPoint[] }) {
  const t = useWords(noticesWords);
  const { language, many, number } = useSpeech();
  const { appId } = useApp();
  const queries = useQueryClient();
  const changes = changesBetween(before?.texts ?? [], proposal.texts);
  const form = useForm(
    Object.fromEntries(points.map(({ pointId }) => [`/points/${pointId}`, ticked])),
    async (values) => {
      // The same words again are the same version: sent again after a failure, nothing is published twice.
      const notice = await dataOf(
        api.POST('/v1/apps/{appId}/notices', { params: { path: { appId } }, body: proposal }),
      );
      for (const { pointId } of points) {
        if (values[`/points/${pointId}`] !== ticked) continue;
        const body = { notice: { noticeId: notice.noticeId, version: notice.version } };
        await dataOf(api.PATCH('/v1/apps/{appId}/points/{pointId}', { params: { path: { appId, pointId } }, body }));
      }
      return notice;
    },
    ({ version }) => {
      toast(fill(t.publishedNow, { n: number(version) }));
      void queries.invalidateQueries({ queryKey: ['first-steps', appId] });
      void queries.invalidateQueries({ queryKey: ['rows', 'points'] });
      onPublished();
    },
  );
  return (
    <Form form={form} act={t.publishNow} onCancel={onClose}>
      {before !== undefined && (
        <div>
          <h3>{t.whatChanges}</h3>
          {changes.length === 0 && <p>{t.nothingChanges}</p>}
          <ul>
            {changes.map(({ locale, kind, parts }) => (
              <li key={locale}>
                <strong>{languageName(locale, language)}</strong>:{' '}
                {kind === 'changed' ? parts.map((part) => t.parts[part]).join(', ') : t.kinds[kind]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <fieldset>
        <legend>{t.whereShown}</legend>
        {points.length === 0 ? (
          <p class="hint">{t.nowhereShown}</p>
        ) : (
          <p class="hint">{many(t.pointsStay, points.length)}</p>
        )}
        {points.map(({ pointId, name, notice }) => (
          <TickField
            form={form}
            key={pointId}
            pointer={`/points/${pointId}`}
            label={name}
            hint={fill(t.showsVersion, { n: number(notice?.version ?? 0) })}
          />
        ))}
      </fieldset>
      <p class="small">{t.forEver}</p>
    </Form>
  );
}
