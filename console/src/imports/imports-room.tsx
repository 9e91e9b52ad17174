import { Route, Switch } from 'wouter';
import { Allowed } from '../shell/allowed.tsx';
import { AboutStep } from './about/about-step.tsx';
import { KindStep } from './about/kind-step.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportList } from './import-list.tsx';
import { OneImport } from './outcome/one-import.tsx';

/** Files of what people said elsewhere: those that were imported, one of them, and a new one in steps. */
export default function ImportsRoom() {
  return (
    <Switch>
      <Route path="/new/:step?">
        {({ step }) => (
          <Allowed scope="imports:write">
            {step === 'file' ? (
              <FileStep />
            ) : step === 'columns' ? (
              <ColumnsStep />
            ) : step === 'about' ? (
              <AboutStep />
            ) : (
              <KindStep />
            )}
          </Allowed>
        )}
      </Route>
      <Route path="/:importId">{({ importId }) => <OneImport key={importId} importId={importId} />}</Route>
      <Route>
        <ImportList />
      </Route>
    </Switch>
  );
}
