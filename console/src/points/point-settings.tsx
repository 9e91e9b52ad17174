import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { toast } from '../kit/toasts.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { PointFields } from './point-fields.tsx';
import { changeOf, valuesOf } from './point-values.ts';
import { type Point, useNotices, usePointChanged } from './points.ts';
import { pointsWords } from './words/points-words.ts';

/** What a point says and where it ends, to read. */
export function PointSettings({ point }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { number, date, list } = useSpeech();
  const app = useApp();
  const { notice, opens, origins, expiresAt, cap, formLimit, campaign, greeting } = point;
  const names = point.purposes.map((id) => app.purposes.find(({ purposeId }) => purposeId === id)?.name ?? id);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.facts.purposes, names.length > 0 ? list(names) : undefined],
    [
      t.facts.notice,
      notice === undefined
        ? undefined
        : fill(t.noticeVersion, { notice: notice.noticeId, version: number(notice.version) }),
    ],
    [t.facts.origins, origins.length > 0 ? origins.join(' ') : undefined],
    [t.facts.opens, opens === undefined ? undefined : opens === 'chat' ? t.opensChat : t.opensPage],
    [t.campaign, campaign],
    [t.cap, cap === undefined ? undefined : number(cap)],
    [t.ends, expiresAt === undefined ? undefined : date(new Date(expiresAt))],
    [t.greeting, greeting],
    [t.formLimit, formLimit === undefined ? undefined : number(formLimit)],
    [t.pointId, point.pointId],
  ];
  return (
    <section class="panel settings">
      <h2>{t.settings}</h2>
      <dl class="facts">
        {rows.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <NewerNotice point={point} />
    </section>
  );
}

/** A point keeps to the words that it was given; newer ones are shown when somebody says so. */
function NewerNotice({ point: { pointId, notice } }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { number } = useSpeech();
  const { appId } = useApp();
  const changed = usePointChanged();
  const newest = useNotices().data?.data.find(({ noticeId }) => noticeId === notice?.noticeId)?.latestVersion;
  const form = useForm(
    {},
    () =>
      dataOf(
        api.PATCH('/v1/apps/{appId}/points/{pointId}', {
          params: { path: { appId, pointId } },
          body: { notice: { noticeId: notice?.noticeId ?? '' } },
        }),
      ),
    (saved) => {
      changed(saved);
      toast(t.saved);
    },
  );
  const mayChange = may(useKept(session), 'collection:write');
  if (notice === undefined || newest === undefined || newest <= notice.version) return null;
  return (
    <div class="note">
      <p>{fill(t.newer, { version: number(notice.version), newest: number(newest) })}</p>
      {mayChange && (
        <Form form={form} act={fill(t.takeNewest, { newest: number(newest) })}>
          {null}
        </Form>
      )}
    </div>
  );
}

interface ChangePointProps {
  readonly point: Point;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Everything of a point that can be changed. */
export function ChangePoint({ point, open, onClose }: ChangePointProps) {
  const t = useWords(pointsWords);
  const notices = useNotices();
  return (
    <Dialog title={fill(t.changeTitle, { name: point.name })} open={open} onClose={onClose}>
      <Loaded of={notices} lines={6}>
        {({ data }) => <ChangeForm point={point} notices={data.map(({ noticeId }) => noticeId)} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function ChangeForm({ point, notices, onClose }: Omit<ChangePointProps, 'open'> & { notices: readonly string[] }) {
  const t = useWords(pointsWords);
  const app = useApp();
  const changed = usePointChanged();
  // As it was when the form was opened: what a colleague changes meanwhile is not undone.
  const [before] = useState(() => valuesOf(point, app.timeZone));
  const form = useForm(
    before,
    async (values) => {
      const body = changeOf(before, values, app.timeZone);
      if (Object.keys(body).length === 0) return point;
      return dataOf(
        api.PATCH('/v1/apps/{appId}/points/{pointId}', {
          params: { path: { appId: app.appId, pointId: point.pointId } },
          body,
        }),
      );
    },
    (saved) => {
      changed(saved);
      toast(t.saved);
      onClose();
    },
  );
  return (
    <Form form={form} act={t.save} onCancel={onClose}>
      <PointFields form={form} kind={point.kind} app={app} notices={notices} />
    </Form>
  );
}
