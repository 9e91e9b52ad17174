import { Route, Switch } from 'wouter';
import { Invite } from './invite.tsx';
import { Member } from './member.tsx';
import { TeamList } from './team-list.tsx';

/** Who of the business signs in, and as what. Ids begin with `person_`, so `new` is none. */
export default function TeamRoom() {
  return (
    <Switch>
      <Route path="/new">
        <Invite />
      </Route>
      <Route path="/:personId">{({ personId }) => <Member key={personId} personId={personId} />}</Route>
      <Route>
        <TeamList />
      </Route>
    </Switch>
  );
}
