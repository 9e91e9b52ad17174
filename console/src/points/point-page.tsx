import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { Addresses } from './addresses.tsx';
import { PersonalCode } from './personal-code.tsx';
import { PointCounts } from './point-counts.tsx';
import { ChangePoint, PointSettings } from './point-settings.tsx';
import { ClosedNote, PointState, usePause } from './point-state.tsx';
import { isEmbedded, isPersonal, usePoint } from './points.ts';
import { WidgetCode } from './widget-code.tsx';
import { pointsWords } from './words/points-words.ts';

/** One way in: what it brought, how people come to it, and what it says. */
export function PointPage({ pointId }: { readonly pointId: string }) {
  const t = useWords(pointsWords);
  const point = usePoint(pointId);
  const [isChanging, setChanging] = useState(false);
  const pause = usePause(point.data);
  const mayChange = may(useKept(session), 'collection:write');
  return (
    <Page
      title={point.data?.name ?? t.title}
      lead={
        point.data && (
          <>
            <PointState state={point.data.state} /> {t.kinds[point.data.kind]}
          </>
        )
      }
      above={
        <Link href="/" class="above">
          {t.back}
        </Link>
      }
      act={
        mayChange && (
          <>
            {pause.act}
            <Button onClick={() => setChanging(true)}>{t.change}</Button>
          </>
        )
      }
    >
      <Loaded of={point} lines={8}>
        {(data) => (
          <div class="point">
            {pause.fault}
            <ClosedNote point={data} />
            {isEmbedded(data.kind) && <WidgetCode point={data} />}
            <div class="columns">
              <div class="stack">
                <PointCounts point={data} />
                <PointSettings point={data} />
              </div>
              {data.qrUrl !== undefined && <Addresses point={data} />}
              {isPersonal(data.kind) && <PersonalCode point={data} />}
            </div>
            <ChangePoint point={data} open={isChanging} onClose={() => setChanging(false)} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
