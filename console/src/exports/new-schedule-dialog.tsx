import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, TextField, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { expressionOf, type Rhythm, weekdayName, weekdays } from './rhythm.ts';
import { exportsWords } from './words/exports-words.ts';

interface NewScheduleDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes a schedule: how often in words, or as the Scheduler spells it. */
export function NewScheduleDialog({ open, onClose }: NewScheduleDialogProps) {
  const t = useWords(exportsWords);
  return (
    <Dialog title={t.makeSchedule} open={open} onClose={onClose}>
      <NewSchedule onClose={onClose} />
    </Dialog>
  );
}

const rhythms: readonly Rhythm[] = ['daily', 'weekly', 'monthly', 'own'];
const dates = [...Array.from({ length: 28 }, (_, index) => String(index + 1)), 'L'];

function NewSchedule({ onClose }: Pick<NewScheduleDialogProps, 'onClose'>) {
  const t = useWords(exportsWords);
  const { language, place } = useSpeech();
  const { appId, purposes } = useApp();
  const queries = useQueryClient();
  const path = { appId };
  const form = useForm(
    {
      '/purpose': purposes[0]?.purposeId ?? '',
      rhythm: 'daily',
      weekday: '2',
      date: '1',
      // The time, or the whole of an own expression: the API names both so.
      '/expression': '02:00',
    },
    async (values) => {
      const rhythm = (values.rhythm ?? 'daily') as Rhythm;
      const given = values['/expression'] ?? '';
      const day = (rhythm === 'weekly' ? values.weekday : values.date) ?? '';
      const body = {
        purpose: values['/purpose'] ?? '',
        name: (values['/name'] ?? '').trim(),
        expression: rhythm === 'own' ? given.trim() : expressionOf(rhythm, given, day),
      };
      try {
        return await dataOf(api.POST('/v1/apps/{appId}/export-schedules', { params: { path }, body }));
      } finally {
        void queries.invalidateQueries({ queryKey: ['schedules', appId] });
      }
    },
    ({ name }) => {
      toast(fill(t.scheduleMade, { name: `⁨${name}⁩` }));
      onClose();
    },
  );
  const choose: typeof form.set = (pointer, value) => {
    const isTime = /^\d\d:\d\d$/.test(form.values['/expression'] ?? '');
    if (pointer === 'rhythm' && (value === 'own') === isTime) {
      form.set('/expression', value === 'own' ? expressionOf('daily', form.values['/expression'] ?? '', '') : '02:00');
    }
    form.set(pointer, value);
  };
  const { rhythm } = form.values;
  return (
    <Form form={form} act={t.makeSchedule} onCancel={onClose} whenUnsure={t.maybeScheduled}>
      <TextField form={form} pointer="/name" label={t.name} hint={t.nameHint} />
      <SelectField
        form={form}
        pointer="/purpose"
        label={t.purpose}
        choices={purposes.map(({ purposeId, name }) => [purposeId, name] as const)}
      />
      <SelectField
        form={{ ...form, set: choose }}
        pointer="rhythm"
        label={t.howOften}
        choices={rhythms.map((each) => [each, t.rhythms[each]] as const)}
      />
      {rhythm === 'weekly' && (
        <SelectField
          form={form}
          pointer="weekday"
          label={t.onDay}
          choices={weekdays.map((each) => [String(each), weekdayName(language, each)] as const)}
        />
      )}
      {rhythm === 'monthly' && (
        <SelectField
          form={form}
          pointer="date"
          label={t.onDate}
          choices={dates.map((each) => [each, each === 'L' ? t.lastDay : each] as const)}
        />
      )}
      {rhythm === 'own' ? (
        <TextField form={form} pointer="/expression" label={t.expression} hint={t.expressionHint} dir="ltr" />
      ) : (
        <TextField
          form={form}
          pointer="/expression"
          label={t.at}
          hint={fill(t.atHint, { place })}
          type="time"
          dir="ltr"
        />
      )}
    </Form>
  );
}
