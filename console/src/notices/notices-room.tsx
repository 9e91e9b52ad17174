import { Route, Switch } from 'wouter';
import { Allowed } from '../shell/allowed.tsx';
import { Compare } from './compare.tsx';
import { EditNotice } from './edit-notice.tsx';
import { NewNotice } from './new-notice.tsx';
import { NoticeList } from './notice-list.tsx';

/** The words that people are asked with. Names of notices begin with a letter, so `_new` is none. */
export default function NoticesRoom() {
  return (
    <Switch>
      <Route path="/_new">
        <Allowed scope="collection:write">
          <NewNotice />
        </Allowed>
      </Route>
      <Route path="/:noticeId/versions">{({ noticeId }) => <Compare key={noticeId} noticeId={noticeId} />}</Route>
      <Route path="/:noticeId">{({ noticeId }) => <EditNotice key={noticeId} noticeId={noticeId} />}</Route>
      <Route>
        <NoticeList />
      </Route>
    </Switch>
  );
}
