import { useQuery } from '@tanstack/react-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { speechOf } from '../words/speech.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { nameOfPurpose, type Schedule } from './exports.ts';
import { NewScheduleDialog } from './new-schedule-dialog.tsx';
import { inWords } from './rhythm.ts';
import { DeleteDialog, PauseDialog } from './schedule-dialogs.tsx';
import { exportsWords } from './words/exports-words.ts';

/** Exports that make themselves: the first hundred, when each runs next, and what one may do with it. */
export function ScheduleList({ tabs }: { readonly tabs: ComponentChildren }) {
  const t = useWords(exportsWords);
  const { appId, timeZone } = useApp();
  const { place } = useSpeech();
  const [making, setMaking] = useState(false);
  const mayMake = may(useKept(session), 'exports:write');
  const schedules = useQuery({
    queryKey: ['schedules', appId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/export-schedules', { params: { path: { appId }, query: { limit: 100 } } })),
  });
  const make = (
    <Button look="primary" onClick={() => setMaking(true)}>
      {t.makeSchedule}
    </Button>
  );
  return (
    <Page title={t.title} lead={fill(t.schedulesLead, { place })} act={mayMake ? make : undefined}>
      {tabs}
      <Loaded of={schedules} lines={5}>
        {({ data, nextCursor }) =>
          data.length === 0 ? (
            <Empty title={t.noScheduleTitle} why={t.noScheduleWhy} act={mayMake ? make : undefined} />
          ) : (
            <>
              <ul class="schedules">
                {data.map((each) => (
                  <li key={each.scheduleId}>
                    <OneSchedule of={each} mayChange={mayMake} appZone={timeZone} />
                  </li>
                ))}
              </ul>
              {nextCursor !== null && <p class="small">{t.moreSchedules}</p>}
            </>
          )
        }
      </Loaded>
      <NewScheduleDialog open={making} onClose={() => setMaking(false)} />
    </Page>
  );
}

interface OneScheduleProps {
  readonly of: Schedule;
  readonly mayChange: boolean;
  readonly appZone: string;
}

function OneSchedule({ of: schedule, mayChange, appZone }: OneScheduleProps) {
  const t = useWords(exportsWords);
  const app = useApp();
  const speech = useSpeech();
  const [asking, setAsking] = useState<'pause' | 'delete'>();
  const { name, purpose, expression, timeZone, paused, status, nextRuns } = schedule;
  const close = () => setAsking(undefined);
  // Its words are of its own clock; its next times are of the app's, as everything here.
  const { place } = speechOf(speech.language, timeZone);
  return (
    <section class="panel schedule" aria-label={name}>
      <div>
        <h2>
          <bdi>{name}</bdi>{' '}
          <span class={`mark ${status === 'active' ? 'opted-in' : 'pending'}`}>
            <span aria-hidden="true">{status === 'active' ? '✓' : status === 'paused' ? '‖' : '…'}</span>{' '}
            {t.scheduleStates[status]}
          </span>
        </h2>
        <p>
          <bdi>{nameOfPurpose(app, purpose)}</bdi> ·{' '}
          {inWords(expression, t, speech) ?? <code dir="ltr">{expression}</code>}
          {timeZone !== appZone && ` ${fill(t.inZone, { place })}`}
        </p>
      </div>
      {nextRuns.length > 0 && (
        <div>
          <h3 class="small">{t.next}</h3>
          <ol class="next-runs">
            {nextRuns.map((at) => (
              <li key={at}>
                <time dateTime={at}>{dayAndTime(new Date(at), speech.language, speech.timeZone)}</time>
              </li>
            ))}
          </ol>
        </div>
      )}
      {!paused && nextRuns.length === 0 && <p class="small">{expression.startsWith('rate(') ? t.byRate : t.over}</p>}
      {status === 'pending' && <p class="note">{t.pendingWhy}</p>}
      {mayChange && (
        <div class="acts">
          <Button onClick={() => setAsking('pause')}>
            {status === 'pending' ? t.again : paused ? t.goOn : t.pause}
            <span class="visually-hidden"> {name}</span>
          </Button>
          <Button look="danger" onClick={() => setAsking('delete')}>
            {t.delete}
            <span class="visually-hidden"> {name}</span>
          </Button>
        </div>
      )}
      <PauseDialog of={schedule} open={asking === 'pause'} onClose={close} />
      <DeleteDialog of={schedule} open={asking === 'delete'} onClose={close} />
    </section>
  );
}

/** Fri, 27 Nov, 02:00 */
function dayAndTime(at: Date, language: string, timeZone: string): string {
  const locale = language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(at);
}
