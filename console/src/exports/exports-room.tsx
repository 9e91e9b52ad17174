import { Link, Route, Switch } from 'wouter';
import { useWords } from '../words/use-words.ts';
import { ExportList } from './export-list.tsx';
import { OneExport } from './one-export.tsx';
import { ScheduleList } from './schedule-list.tsx';
import { exportsWords } from './words/exports-words.ts';

/** Lists of people to write to: those that were made, one of them, and those that make themselves. */
export default function ExportsRoom() {
  return (
    <Switch>
      <Route path="/schedules">
        <ScheduleList tabs={<Tabs here="/schedules" />} />
      </Route>
      <Route path="/:exportId">{({ exportId }) => <OneExport key={exportId} exportId={exportId} />}</Route>
      <Route>
        <ExportList tabs={<Tabs here="/" />} />
      </Route>
    </Switch>
  );
}

function Tabs({ here }: { readonly here: '/' | '/schedules' }) {
  const t = useWords(exportsWords);
  const places = [
    ['/', t.made],
    ['/schedules', t.schedules],
  ] as const;
  return (
    <nav class="tabs" aria-label={t.title}>
      {places.map(([path, name]) => (
        <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
