import { Redirect, Route, Switch } from 'wouter';
import { isOffered } from './mechanisms.ts';
import { NewPoint } from './new-point.tsx';
import { Onboarding } from './onboarding.tsx';

/** The ways in, side by side, and the form for another one. */
export default function OnboardingRoom() {
  return (
    <Switch>
      <Route path="/new/:kind">
        {({ kind }) => (isOffered(kind) ? <NewPoint key={kind} mechanism={kind} /> : <Redirect to="/" replace />)}
      </Route>
      <Route>
        <Onboarding />
      </Route>
    </Switch>
  );
}
