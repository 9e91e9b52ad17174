import { Route, Switch } from 'wouter';
import { PointList } from './point-list.tsx';
import { PointPage } from './point-page.tsx';

/** Every way in, and one of them. */
export default function PointsRoom() {
  return (
    <Switch>
      <Route path="/:pointId">{({ pointId }) => <PointPage key={pointId} pointId={pointId} />}</Route>
      <Route>
        <PointList />
      </Route>
    </Switch>
  );
}
