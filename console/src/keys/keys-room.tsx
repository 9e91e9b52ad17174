import { Route, Switch } from 'wouter';
import { KeyList } from './key-list.tsx';
import { NewKey } from './new-key.tsx';
import { OneKey } from './one-key.tsx';

/** What programs sign in with. */
export default function KeysRoom() {
  return (
    <Switch>
      <Route path="/new">
        <NewKey />
      </Route>
      <Route path="/:keyId">{({ keyId }) => <OneKey key={keyId} keyId={keyId} />}</Route>
      <Route>
        <KeyList />
      </Route>
    </Switch>
  );
}
