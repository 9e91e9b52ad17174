import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';

export type Endpoint = components['schemas']['Callback'];
export type Delivery = components['schemas']['Delivery'];
export type SentDelivery = components['schemas']['SentDelivery'];
export type DeliveryState = Delivery['state'];
export type EventType = Delivery['type'];

/** An app has so many at most (docs/callbacks.md). */
export const mostEndpoints = 5;
/** What is on its way is looked at again so often. */
export const lookAgainAfter = 2_000;

export const deliveryStates = ['owed', 'sending', 'delivered', 'waiting', 'superseded', 'dead'] as const;

export const isState = (text: string | null): text is DeliveryState => deliveryStates.some((each) => each === text);

export const isOnItsWay = ({ state }: Delivery): boolean => state === 'owed' || state === 'sending';

/** An address by what people call it; else by itself, without what is the same at all of them. */
export const nameOf = ({ description, url }: Pick<Endpoint, 'description' | 'url'>): string =>
  description ?? url.replace(/^https:\/\//, '');

const listKey = (appId: string) => ['callbacks', appId] as const;

export function useEndpoints() {
  const { appId } = useApp();
  return useQuery({
    queryKey: listKey(appId),
    queryFn: async () =>
      (await dataOf(api.GET('/v1/apps/{appId}/callbacks', { params: { path: { appId }, query: { limit: 100 } } })))
        .data,
    refetchInterval: 30_000,
  });
}

export function useEndpoint(endpointId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['callback', appId, endpointId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/callbacks/{endpointId}', { params: { path: { appId, endpointId } } })),
    refetchInterval: 10_000,
  });
}

/** To be called when an address was changed: everything that shows it is read again. */
export function useRenew(): (endpointId?: string) => void {
  const { appId } = useApp();
  const queries = useQueryClient();
  return (endpointId) => {
    void queries.invalidateQueries({ queryKey: listKey(appId) });
    if (endpointId === undefined) return;
    void queries.invalidateQueries({ queryKey: ['callback', appId, endpointId] });
    void queries.invalidateQueries({ queryKey: ['rows', 'deliveries', appId, endpointId] });
    void queries.invalidateQueries({ queryKey: ['delivery', appId, endpointId] });
  };
}

export const pageOfDeliveries = (
  appId: string,
  endpointId: string,
  state: DeliveryState | undefined,
  cursor: string | undefined,
) =>
  dataOf(
    api.GET('/v1/apps/{appId}/callbacks/{endpointId}/deliveries', {
      params: {
        path: { appId, endpointId },
        query: { limit: 50, ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }) },
      },
    }),
  );

export function useDelivery(endpointId: string, deliveryId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['delivery', appId, endpointId, deliveryId],
    queryFn: () =>
      dataOf(
        api.GET('/v1/apps/{appId}/callbacks/{endpointId}/deliveries/{deliveryId}', {
          params: { path: { appId, endpointId, deliveryId } },
        }),
      ),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isOnItsWay(data) ? lookAgainAfter : false),
  });
}

/** The catalogue. It changes with the version of the product alone. */
export const useEventTypes = () =>
  useQuery({
    queryKey: ['event-types'],
    queryFn: async () => (await dataOf(api.GET('/v1/event-types', { params: { query: { limit: 100 } } }))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
