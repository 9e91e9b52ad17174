import { api, type components, dataOf } from '../api/client.ts';
import type { ImportKind } from './kinds.ts';

export type Import = components['schemas']['Import'];
export type LinkedImport = components['schemas']['LinkedImport'];
export type Mapping = components['schemas']['ImportMapping'];

/** So often an import that is not done is looked at again. */
export const lookAgainAfter = 1_000;

export const isGoingOn = ({ state }: Import): boolean =>
  state === 'reading' || state === 'applying' || state === 'undoing';

/** What an import is, where a list of those not to contact may also be one of those who come off it. */
export const sentenceOf = ({ kind, mapping }: Import): ImportKind | 'lift' =>
  kind === 'suppressions' && mapping?.lift === true ? 'lift' : kind;

export const importPage = (appId: string, cursor?: string) =>
  dataOf(
    api.GET('/v1/apps/{appId}/imports', {
      params: { path: { appId }, query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
    }),
  );

export const readImport = (appId: string, importId: string): Promise<LinkedImport> =>
  dataOf(api.GET('/v1/apps/{appId}/imports/{importId}', { params: { path: { appId, importId } } }));
