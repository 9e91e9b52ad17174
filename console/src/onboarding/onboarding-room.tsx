import { Redirect, Route, Switch } from 'wouter';
import { Allowed } from '../shell/allowed.tsx';
import { Ads } from './ads/ads.tsx';
import { AutomatedMessage } from './automated/automated-message.tsx';
import { isOffered } from './mechanisms.ts';
import { NewPoint } from './new-point.tsx';
import { Onboarding } from './onboarding.tsx';
import { NewSignup } from './signups/new-signup.tsx';
import { SignupList } from './signups/signup-list.tsx';
import { SignupPage } from './signups/signup-page.tsx';
import { Telephone } from './telephone/telephone.tsx';

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
      <Route path="/ads">
        <Ads />
      </Route>
      <Route path="/telephone">
        <Telephone />
      </Route>
      <Route path="/signups">
        <SignupList />
      </Route>
      <Route path="/signups/new">
        <Allowed scope="collection:write">
          <NewSignup />
        </Allowed>
      </Route>
      <Route path="/signups/:signupId">{({ signupId }) => <SignupPage key={signupId} signupId={signupId} />}</Route>
      <Route>
        <Onboarding />
      </Route>
    </Switch>
  );
}
