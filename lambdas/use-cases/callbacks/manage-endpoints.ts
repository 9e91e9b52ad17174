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
 * @throws InvalidInputError its name does not lead to public addresses only, or the app has enough of them
 */
export async function makeEndpoint(
  deps: EndpointDeps,
  appId: string,
  asked: Pick<CallbackEndpoint, 'url' | 'types' | 'format' | 'description'>,
): Promise<CallbackEndpoint> {
  await mustBeReachable(deps, asked.url);
  if ((await deps.endpoints.list(appId)).length >= mostEndpoints) {
    const detail = `An app has ${mostEndpoints} callback addresses at most. Delete one that is not used any more.`;
    throw new InvalidInputError([{ pointer: '', code: 'too-many', detail }]);
  }
  return deps.endpoints.create({ ...asked, appId, state: 'on', failures: 0, secretVersion: 1, createdAt: deps.now() });
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
