import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Schedule } from './exports.ts';
import { exportsWords } from './words/exports-words.ts';

interface ScheduleDialogProps {
  readonly of: Schedule;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before a schedule is paused, before it goes on, and before a change that did not reach the Scheduler is sent again. */
export function PauseDialog({ of: schedule, open, onClose }: ScheduleDialogProps) {
  const t = useWords(exportsWords);
  const { paused, status, name } = schedule;
  const title = status === 'pending' ? t.again : paused ? t.goOn : t.pause;
  return (
    <Dialog title={`${title}: ⁨${name}⁩`} open={open} onClose={onClose}>
      <Pause of={schedule} to={status === 'pending' ? paused : !paused} act={title} onClose={onClose} />
    </Dialog>
  );
}

interface PauseProps {
  readonly of: Schedule;
  readonly to: boolean;
  readonly act: string;
  readonly onClose: () => void;
}

function Pause({ of: { scheduleId }, to, act, onClose }: PauseProps) {
  const t = useWords(exportsWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const path = { appId, scheduleId };
  const form = useForm(
    {},
    async () => {
      try {
        return await dataOf(
          api.PATCH('/v1/apps/{appId}/export-schedules/{scheduleId}', { params: { path }, body: { paused: to } }),
        );
      } finally {
        void queries.invalidateQueries({ queryKey: ['schedules', appId] });
      }
    },
    () => {
      toast(to ? t.pausedNow : t.goesOn);
      onClose();
    },
  );
  return (
    <Form form={form} act={act} onCancel={onClose} whenUnsure={same}>
      <p>{to ? t.pauseDoes : t.goOnDoes}</p>
    </Form>
  );
}

/** Asks before a schedule is deleted. */
export function DeleteDialog({ of: schedule, open, onClose }: ScheduleDialogProps) {
  const t = useWords(exportsWords);
  return (
    <Dialog title={`${t.delete}: ⁨${schedule.name}⁩`} open={open} onClose={onClose}>
      <Delete of={schedule} onClose={onClose} />
    </Dialog>
  );
}

function Delete({ of: { scheduleId, name }, onClose }: Pick<ScheduleDialogProps, 'of' | 'onClose'>) {
  const t = useWords(exportsWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const path = { appId, scheduleId };
  const form = useForm(
    {},
    async () => {
      try {
        await dataOf(api.DELETE('/v1/apps/{appId}/export-schedules/{scheduleId}', { params: { path } }));
      } catch (error) {
        // It is gone: by a try whose answer was lost, or by somebody else.
        if (failureOf(error).kind !== 'not-found') throw error;
      }
    },
    () => {
      toast(t.deleted);
      onClose();
      void queries.invalidateQueries({ queryKey: ['schedules', appId] });
    },
  );
  return (
    <Form form={form} act={t.delete} look="danger" onCancel={onClose} whenUnsure={same}>
      <p>{fill(t.deleteDoes, { name: `⁨${name}⁩` })}</p>
    </Form>
  );
}
