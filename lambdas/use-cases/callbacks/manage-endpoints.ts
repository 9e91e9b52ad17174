import { type CallbackEndpoint, mostEndpoints } from '../../domain/callbacks/endpoint.ts';
import { isPublicAddress } from '../../domain/callbacks/public-address.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Clock } from '../ledger/ports.ts';
import type { CallbackSecrets, EndpointStore, ResolveName } from './ports.ts';

export interface EndpointDeps {
  readonly endpoints: EndpointStore;
  readonly secrets: CallbackSecrets;
  readonly resolveName: ResolveName;
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
  await reachable(deps, asked.url);
  if ((await deps.endpoints.list(appId)).length >= mostEndpoints) {
    const detail = `An app has ${mostEndpoints} callback addresses at most. Delete one that is not used any more.`;
    throw new InvalidInputError([{ pointer: '', code: 'too-many', detail }]);
  }
  return deps.endpoints.create({ ...asked, appId, state: 'on', failures: 0, secretVersion: 1, createdAt: deps.now() });
}

/**
 * Whether we would send to this URL now. Asked again each time something is sent, for names change where they lead to.
 *
 * @throws InvalidInputError
 */
export async function reachable({ resolveName }: Pick<EndpointDeps, 'resolveName'>, url: string): Promise<void> {
  const addresses = await resolveName(new URL(url).hostname).catch(() => []);
  const fault =
    addresses.length === 0
      ? { code: 'unresolved', detail: 'This name leads to no address.' }
      : addresses.every(isPublicAddress)
        ? undefined
        : { code: 'refused-address', detail: 'This name leads to an address that is not public.' };
  if (fault !== undefined) throw new InvalidInputError([{ pointer: '/url', ...fault }]);
}

/** The secret that signs now. */
export function issueSecret({ secrets }: Pick<EndpointDeps, 'secrets'>, endpoint: CallbackEndpoint): Promise<string> {
  return secrets.of(endpoint.endpointId, endpoint.secretVersion);
}
