import type { App } from '../../domain/app/app.ts';
import { type CallbackEndpoint, mostEndpoints } from '../../domain/callbacks/endpoint.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Clock } from '../ledger/ports.ts';
import type { CallbackSecrets, CheckUrl, EndpointStore } from './ports.ts';

export interface EndpointDeps {
  readonly endpoints: EndpointStore;
  readonly secrets: CallbackSecrets;
  readonly checkUrl: CheckUrl;
  readonly now: Clock;
}

/**
 * Makes an endpoint.
 *
 * @throws InvalidInputError its name does not lead to public addresses only, its form needs what the app does not tell, or the app has enough of them
 */
export async function makeEndpoint(
  deps: EndpointDeps,
  { appId, events }: Pick<App, 'appId' | 'events'>,
  asked: Pick<CallbackEndpoint, 'url' | 'types' | 'format' | 'description'>,
): Promise<CallbackEndpoint> {
  await mustBeReachable(deps, asked.url);
  if (asked.format === 'gupshup-v2' && events?.identifiers !== true) {
    const detail = 'This form names people by their number alone. Set events.identifiers of the app to true first.';
    throw new InvalidInputError([{ pointer: '/format', code: 'needs-identifiers', detail }]);
  }
  const { endpoints } = deps;
  if ((await endpoints.list(appId)).length >= mostEndpoints) throw tooMany();
  const fresh = { ...asked, appId, state: 'on', failures: 0, secretVersion: 1, createdAt: deps.now() } as const;
  const made = await endpoints.create(fresh);
  // Others may have been made meanwhile. Whoever sees too many takes back their own: rather one too few than one too many.
  if ((await endpoints.list(appId)).length <= mostEndpoints) return made;
  await endpoints.remove(appId, made.endpointId);
  throw tooMany();
}

function tooMany(): InvalidInputError {
  const detail = `An app has ${mostEndpoints} callback addresses at most. Delete one that is not used any more.`;
  return new InvalidInputError([{ pointer: '', code: 'too-many', detail }]);
}

/** @throws InvalidInputError we would not send to this URL */
export async function mustBeReachable({ checkUrl }: Pick<EndpointDeps, 'checkUrl'>, url: string): Promise<void> {
  const fault = await checkUrl(url);
  if (fault !== undefined) throw new InvalidInputError([{ pointer: '/url', ...fault }]);
}

/** The secret that signs now. */
export function issueSecret({ secrets }: Pick<EndpointDeps, 'secrets'>, endpoint: CallbackEndpoint): Promise<string> {
  return secrets.of(endpoint.endpointId, endpoint.secretVersion);
}
