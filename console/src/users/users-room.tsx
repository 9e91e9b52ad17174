import { Route, Switch } from 'wouter';
import { Person } from './person.tsx';
import { UserList } from './user-list.tsx';

/** Everybody, and one of them. */
export default function UsersRoom() {
  return (
    <Switch>
      <Route path="/:userId">{({ userId }) => <Person key={userId} userId={userId} />}</Route>
      <Route>
        <UserList />
      </Route>
    </Switch>
  );
}
