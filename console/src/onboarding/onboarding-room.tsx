import { Redirect, Route, Switch } from 'wouter';
import { Allowed } from '../shell/allowed.tsx';
import { AutomatedMessage } from './automated/automated-message.tsx';
import { isOffered } from './mechanisms.ts';
import { NewPoint } from './new-point.tsx';
import { Onboarding } from './onboarding.tsx';

/** The ways in, side by side, and the form for another one. */
export default function OnboardingRoom() {
  return (
    <Switch>
      <Route path="/new/:kind">
        {({ kind }) =>
          isOffered(kind) ? (
            <Allowed scope="collection:write">
              <NewPoint key={kind} mechanism={kind} />
            </Allowed>
          ) : (
            <Redirect to="/" replace />
          )
        }
      </Route>
      <Route path="/automated-message">
        <AutomatedMessage />
      </Route>
      <Route>
        <Onboarding />
      </Route>
    </Switch>
  );
}
