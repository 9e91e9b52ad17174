import { Route, Switch } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { Allowed } from '../shell/allowed.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Attention } from './attention.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Gains } from './gains.tsx';
import { KeptAsideList } from './kept-aside.tsx';
import { People } from './people.tsx';
import { UnclearStops } from './unclear-stops.tsx';
import { overviewWords } from './words/overview-words.ts';

/** What a business asks itself first; below it those who were asked whether they meant stop, and what was kept aside. */
export default function OverviewRoom() {
  return (
    <Switch>
      <Route path="/unclear-stops">
        <Allowed scope="users:read">
          <UnclearStops />
        </Allowed>
      </Route>
      <Route path="/kept-aside">
        <Allowed scope="users:read">
          <KeptAsideList />
        </Allowed>
      </Route>
      <Route>
        <Overview />
      </Route>
    </Switch>
  );
}

function Overview() {
  const t = useWords(overviewWords);
  const app = useApp();
  const current = useKept(session);
  const seesPeople = may(current, 'users:read');
  return (
    <Page title={t.title} lead={fill(t.lead, { name: app.displayName })}>
      <div class="columns overview">
        <div class="stack">
          {may(current, 'collection:read') && <Gains />}
          {may(current, 'collection:read') && <People />}
        </div>
        <div class="stack">
          {seesPeople && <Attention />}
          <FirstSteps />
        </div>
      </div>
    </Page>
  );
}
