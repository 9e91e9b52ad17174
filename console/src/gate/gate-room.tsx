import { Route, Switch } from 'wouter';
import { Connect } from './connect.tsx';
import { DecisionList } from './decision-list.tsx';
import { DecisionPage } from './decision-page.tsx';

/** What the send gate decided about messages of the business's own programs, and how a program is pointed at it. */
export default function GateRoom() {
  return (
    <Switch>
      <Route path="/connect">
        <Connect />
      </Route>
      <Route path="/:decisionId">{({ decisionId }) => <DecisionPage key={decisionId} decisionId={decisionId} />}</Route>
      <Route>
        <DecisionList />
      </Route>
    </Switch>
  );
}
