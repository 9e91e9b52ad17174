import { api, type components, dataOf } from '../api/client.ts';
import type { App } from '../app-context.ts';

export type Export = components['schemas']['Export'];
export type Schedule = components['schemas']['ExportSchedule'];

/** So often an export that is not done is looked at again. */
export const lookAgainAfter = 1_500;

export const isGoingOn = ({ status }: Export): boolean => status === 'queued' || status === 'running';

/** A purpose by its name; one that the app has no more by its id. */
export const nameOfPurpose = ({ purposes }: App, purposeId: string): string =>
  purposes.find((each) => each.purposeId === purposeId)?.name ?? purposeId;

export const exportPage = (appId: string, cursor?: string, limit = 50) =>
  dataOf(
    api.GET('/v1/apps/{appId}/exports', {
      params: { path: { appId }, query: { limit, ...(cursor !== undefined && { cursor }) } },
    }),
  );

/** An export with links, which give people's numbers away: only for who asks for a file. */
export const linkedExport = (appId: string, exportId: string) =>
  dataOf(api.GET('/v1/apps/{appId}/exports/{exportId}', { params: { path: { appId, exportId } } }));

/** An export without links where it is among the newest, so that looking at it hands nothing out. */
export async function findExport(appId: string, exportId: string): Promise<Export> {
  const { data } = await exportPage(appId, undefined, 100);
  return data.find((each) => each.exportId === exportId) ?? linkedExport(appId, exportId);
}

/** 328 bytes, 1.2 MB */
export function sizeOf(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1_000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const locale = language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language;
  const shape = {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, shape).format(value);
}
