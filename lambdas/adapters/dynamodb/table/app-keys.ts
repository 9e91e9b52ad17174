import { owedMark } from '../../../contract/table.ts';
import type { Key } from './keys.ts';

/** Secret addresses at which providers tell of an app's calls. */
export const callHooksPartition = (appId: string): string => `${appId}#J`;
export const callHookKey = (appId: string, hookId: string): Key => ({ pk: callHooksPartition(appId), sk: hookId });

/** Addresses at which an app is told of its events; and those of all apps of the stage, for whoever looks what is due. */
export const callbacksPartition = (appId: string): string => `${appId}#B`;
export const callbackKey = (appId: string, endpointId: string): Key => ({
  pk: callbacksPartition(appId),
  sk: endpointId,
});
export const allCallbacksPartition = 'CALLBACKS';
export const listedCallbackKey = (appId: string, endpointId: string): Key => ({
  pk: allCallbacksPartition,
  sk: `${appId}#${endpointId}`,
});
/** What an endpoint is owed of one lane, in its order. */
export const deliveryPartition = (appId: string, endpointId: string, lane: string): string =>
  `${appId}${owedMark}${endpointId}#${lane}`;
export const deliveryKey = (appId: string, endpointId: string, lane: string, order: number): Key => ({
  pk: deliveryPartition(appId, endpointId, lane),
  sk: String(order).padStart(12, '0'),
});
/** The same in the users index, all of an endpoint in the order of time. */
export const deliveriesOfEndpoint = (appId: string, endpointId: string): string => `${appId}${owedMark}${endpointId}`;
export const deliveryTimeSort = (owedAt: number, lane: string, order: number): string =>
  `${new Date(owedAt).toISOString()}#${lane}#${String(order).padStart(12, '0')}`;
/** Lanes of an endpoint that are to be looked at, by when. */
export const dueLanesPartition = (endpointId: string, isNo: boolean): string => `DUE#${endpointId}${isNo ? '#N' : ''}`;
export const dueLaneKey = (endpointId: string, dueAt: number, lane: string, isNo: boolean): Key => ({
  pk: dueLanesPartition(endpointId, isNo),
  sk: `${new Date(dueAt).toISOString()}#${lane}`,
});
export const laneOfDue = (sk: string): string => sk.slice(sk.indexOf('#') + 1);

/** Exports of an app (newest first by id), and their schedules. */
export const exportsPartition = (appId: string): string => `${appId}#X`;
export const exportKey = (appId: string, exportId: string): Key => ({ pk: exportsPartition(appId), sk: exportId });
export const schedulesPartition = (appId: string): string => `${appId}#C`;
export const scheduleKey = (appId: string, scheduleId: string): Key => ({
  pk: schedulesPartition(appId),
  sk: scheduleId,
});
/** Imports of an app (newest first by id), and how far the parts of each are. */
export const importsPartition = (appId: string): string => `${appId}#I`;
export const importKey = (appId: string, importId: string): Key => ({ pk: importsPartition(appId), sk: importId });
export const importPartsPartition = (appId: string, importId: string): string =>
  `${importsPartition(appId)}#${importId}`;
/** One part in one mode of one dry run: `2#apply#00017`; `2#apply-begun#00017` when it is begun. */
export const importPartKey = (appId: string, importId: string, run: number, mode: string, part: number): Key => ({
  pk: importPartsPartition(appId, importId),
  sk: `${run}#${mode}#${String(part).padStart(5, '0')}`,
});
/** The versions of a notice, in order; a published one never changes. */
export const noticePartition = (appId: string, noticeId: string): string => `${appId}#N#${noticeId}`;
export const noticeKey = (appId: string, noticeId: string, version: number): Key => ({
  pk: noticePartition(appId, noticeId),
  sk: String(version).padStart(6, '0'),
});
/** The notices of an app with their latest version. */
export const noticesPartition = (appId: string): string => `${appId}#N`;
export const latestNoticeKey = (appId: string, noticeId: string): Key => ({
  pk: noticesPartition(appId),
  sk: noticeId,
});

/** A collection point and, beside it, what is counted there: one request reads all. `token` is its id without `pt_`. */
export const pointPartition = (token: string): string => `POINT#${token}`;
export const pointKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'D' });
export const pointCountsKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'N' });
/** Visits have an item of their own, which no transaction ever touches. */
export const pointVisitsKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'V' });
/** What was counted on each day: the acts of a day, and its visits once they are moved there. */
export const pointDaysPartition = (token: string): string => `${pointPartition(token)}#D`;
export const pointDayKey = (token: string, day: string, of: 'acts' | 'visits'): Key => ({
  pk: pointDaysPartition(token),
  sk: `${day}#${of === 'acts' ? 'N' : 'V'}`,
});
/** The points of an app. */
export const pointsPartition = (appId: string): string => `${appId}#P`;
export const listedPointKey = (appId: string, token: string): Key => ({ pk: pointsPartition(appId), sk: token });
/** How many of them were made for ads. */
export const adPointsKey = (appId: string): Key => ({ pk: `${pointsPartition(appId)}#ads`, sk: 'N' });
/** Says that the charges of a ledger entry were counted, so that they are counted once. */
export const chargedKey = (token: string, entry: string): Key => ({ pk: `${pointPartition(token)}#K`, sk: entry });

/** Opt-ins and opt-outs of an app on each day, and the markers of the ledger entries that were counted there. */
export const appDaysPartition = (appId: string): string => `${appId}#T`;
export const appDayKey = (appId: string, day: string): Key => ({ pk: appDaysPartition(appId), sk: day });
export const appChargedKey = (appId: string, entry: string): Key => ({ pk: `${appDaysPartition(appId)}#K`, sk: entry });

/** How many people stand where in an app, and before it the ends of its windows by day. */
export const censusPartition = (appId: string): string => `${appId}#K`;
export const censusKey = (appId: string): Key => ({ pk: censusPartition(appId), sk: 'people' });
export const windowEndsKey = (appId: string, day: string): Key => ({ pk: censusPartition(appId), sk: day });
/** What is counted of the item that lies at a place, and as of which change of it. */
export const countedKey = (appId: string, place: string, sk: string): Key => ({
  pk: `${censusPartition(appId)}#${place}`,
  sk,
});

/** The message templates of a WhatsApp Business Account by their ids; beside them their words, and what was said of each. */
export const templatesPartition = (wabaId: string): string => `TEMPLATES#${wabaId}`;
export const templateKey = (wabaId: string, templateId: string): Key => ({
  pk: templatesPartition(wabaId),
  sk: templateId,
});
export const templateWordsPartition = (wabaId: string): string => `${templatesPartition(wabaId)}#W`;
export const templateWordsKey = (wabaId: string, templateId: string): Key => ({
  pk: templateWordsPartition(wabaId),
  sk: templateId,
});
export const templateHistoryPartition = (wabaId: string, templateId: string): string =>
  `${templatesPartition(wabaId)}#H#${templateId}`;
export const templateEntryKey = (wabaId: string, templateId: string, at: number, entryId: string): Key => ({
  pk: templateHistoryPartition(wabaId, templateId),
  sk: `${new Date(at).toISOString()}#${entryId}`,
});
