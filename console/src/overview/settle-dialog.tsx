import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { RadiosField } from '../kit/choice-fields.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { When } from '../kit/when.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { may, session } from '../session/session.ts';
import { useMe } from '../session/use-me.ts';
import { nameOf, PersonName } from '../users/phone-number.tsx';
import { EntryText } from '../users/timeline.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Asked } from './asked.ts';
import { useAnswer } from './use-answer.ts';
import { overviewWords } from './words/overview-words.ts';

interface SettleProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Somebody's unclear words, for whoever reads a stop in them; once the person answers, their answer stands there. */
export function SettleDialog({ asked, onClose }: SettleProps) {
  const t = useWords(overviewWords);
  return (
    <Dialog title={t.settle} open onClose={onClose}>
      <Settle asked={asked} onClose={onClose} />
    </Dialog>
  );
}

function Settle({ asked, onClose }: SettleProps) {
  const t = useWords(overviewWords);
  const { list } = useSpeech();
  const { close } = useWords(kitWords);
  const app = useApp();
  const answer = useAnswer(asked);
  const queries = useQueryClient();
  const isSettled = answer !== undefined;
  useEffect(() => {
    if (!isSettled) return;
    void queries.invalidateQueries({ queryKey: ['rows', 'unclear-stops', app.appId] });
    void queries.invalidateQueries({ queryKey: ['attention', app.appId] });
  }, [isSettled]);
  const mayAct = may(useKept(session), 'consent:write');
  const { userId, saidAt, text, optedIn } = asked;
  const names = optedIn.map((id) => app.purposes.find(({ purposeId }) => purposeId === id)?.name ?? id);
  const canRecord = answer === undefined && mayAct && optedIn.length > 0;
  return (
    <>
      <p>
        <PersonName name={nameOf(asked) ?? userId} /> · <When at={saidAt} />
      </p>
      <blockquote class="kept-words" dir="auto">
        {text ?? '…'}
      </blockquote>
      <div aria-live="polite">
        {answer === undefined ? (
          <>
            <p>{t.notAnswered}</p>
            <p>{names.length === 0 ? t.unclearHasNo : fill(t.stillIn, { purposes: list(names) })}</p>
          </>
        ) : (
          <div class="settled timeline">
            <p>
              <strong>{t.answered}</strong>
            </p>
            {answer.map((entry) => (
              <EntryText key={entry.statementId} entry={entry} />
            ))}
          </div>
        )}
      </div>
      {answer === undefined && !mayAct && <p class="note">{t.mayOnlyRead}</p>}
      <p>
        <Link href={`~/console/apps/${app.appId}/users/${userId}`}>{t.openPerson}</Link>
      </p>
      {canRecord ? (
        <RecordStop asked={asked} onClose={onClose} />
      ) : (
        <div class="form-acts">
          <Button onClick={onClose}>{close}</Button>
        </div>
      )}
    </>
  );
}

/** A stop that somebody of the business reads in the words: a reported no, by which nothing is settled but what goes out. */
function RecordStop({ asked, onClose }: SettleProps) {
  const t = useWords(overviewWords);
  const { countsOnce } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const me = useMe().data?.name;
  const { userId, statementId, text } = asked;
  const form = useForm(
    { '/purposes': 'all' },
    (values, eventId, saidAt) => {
      const evidence = {
        documentRef: statementId,
        ...(text !== undefined && { text: text.slice(0, mostText) }),
        ...(me !== undefined && { operator: me.slice(0, mostName) }),
      };
      const purposes = values['/purposes'] === 'marketing' ? 'marketing' : 'all';
      const body = {
        user: { userId },
        purposes,
        saidAt,
        by: 'data-subject',
        source: 'api',
        evidence,
        eventId,
      } as OptOut;
      return dataOf(api.POST('/v1/apps/{appId}/opt-outs', { params: { path: { appId } }, body }));
    },
    () => {
      toast(t.stopRecorded);
      void queries.invalidateQueries({ queryKey: ['person', appId, userId] });
      void queries.invalidateQueries({ queryKey: ['rows', 'users', appId] });
      onClose();
    },
  );
  return (
    <Form form={form} act={t.unclearStop} look="danger" onCancel={onClose} whenUnsure={countsOnce}>
      <RadiosField
        form={form}
        pointer="/purposes"
        label={t.readStop}
        hint={t.settleDoes}
        choices={[
          ['all', t.stopAll, t.stopAllHint],
          ['marketing', t.stopMarketing, t.stopMarketingHint],
        ]}
      />
    </Form>
  );
}

type OptOut = components['schemas']['OptOut'];

/** As much as the API takes of each. */
const [mostText, mostName] = [1000, 200];
