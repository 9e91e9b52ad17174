import { Link, Route, Switch } from 'wouter';
import { Allowed } from '../shell/allowed.tsx';
import { useWords } from '../words/use-words.ts';
import { DeliveryPage } from './delivery-page.tsx';
import { EndpointList } from './endpoint-list.tsx';
import { EndpointPage } from './endpoint-page.tsx';
import { EventCatalogue } from './event-catalogue.tsx';
import { NewEndpoint } from './new-endpoint.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

/** Addresses of the business's own systems: what each is told, what came of it, and what there is to tell. */
export default function CallbacksRoom() {
  return (
    <Switch>
      <Route path="/new">
        <NewEndpoint />
      </Route>
      <Route path="/events">
        <EventCatalogue tabs={<Tabs here="/events" />} />
      </Route>
      <Route path="/:endpointId">{({ endpointId }) => <EndpointPage key={endpointId} endpointId={endpointId} />}</Route>
      <Route path="/:endpointId/:deliveryId">
        {({ endpointId, deliveryId }) => (
          <Allowed scope="users:read">
            <DeliveryPage key={deliveryId} endpointId={endpointId} deliveryId={deliveryId} />
          </Allowed>
        )}
      </Route>
      <Route>
        <EndpointList tabs={<Tabs here="/" />} />
      </Route>
    </Switch>
  );
}

function Tabs({ here }: { readonly here: '/' | '/events' }) {
  const t = useWords(callbacksWords);
  const places = [
    ['/', t.tabs.addresses],
    ['/events', t.tabs.events],
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
