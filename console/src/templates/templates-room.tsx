import { Route, Switch } from 'wouter';
import { TemplateList } from './template-list.tsx';
import { TemplatePage } from './template-page.tsx';

/** The messages that Meta approves in advance. */
export default function TemplatesRoom() {
  return (
    <Switch>
      <Route path="/:templateId">{({ templateId }) => <TemplatePage key={templateId} templateId={templateId} />}</Route>
      <Route>
        <TemplateList />
      </Route>
    </Switch>
  );
}
