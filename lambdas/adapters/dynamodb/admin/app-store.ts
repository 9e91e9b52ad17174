import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { App } from '../../../domain/app/app.ts';
import { portfolioCount, settingsAge } from '../../../domain/app/portfolios.ts';
import { AlreadyExistsError, TryAgainError } from '../../../domain/errors.ts';
import { earlierKey, parsePhone } from '../../../domain/identity/phone.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { newCensus } from '../collection/census-item.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryPage } from '../table/query.ts';
import { appKey, appsPartition, whatsappNumberKey } from '../table/stage-keys.ts';
import { put as putItem, type TransactItem } from '../table/transaction.ts';
import { appsOnSmsNumber, type NumberWrite, numberWrites, type WhatsappNumberItem } from './number-claims.ts';

type Put = NonNullable<NonNullable<TransactWriteCommandInput['TransactItems']>[number]['Put']>;

const shape: Shape<App> = {
  appId: 'string',
  displayName: 'string',
  locale: 'string',
  timeZone: 'string',
  smsNumbers: 'list',
  purposes: 'list',
  doubleOptIn: 'list',
  automatedMessage: 'map',
  version: 'number',
  createdAt: 'number',
  updatedAt: 'number',
};

/** Settings of apps, with the numbers and names under which the world knows them. */
export function appStore(table: DocumentTable, now: Clock): AppStore {
  const { documents, tableName } = table;

  const findFresh = async (appId: string) => {
    const item = await getItem(table, appKey(appId));
    return item && toApp(item);
  };
  const find = keptBriefly(now, findFresh);

  const readNumber = async (phoneNumberId: string) => {
    const item = await getItem(table, whatsappNumberKey(phoneNumberId));
    return item && itemAs<WhatsappNumberItem>(item, {});
  };
  // A number that was given up may be taken at any moment, with all that comes to it.
  const numberItem = keptBriefly(now, readNumber, ({ appId }) => appId !== undefined);

  const appIdsOnSmsNumber = keptBriefly(now, async (phone: string) => {
    const { apps } = await appsOnSmsNumber(table, phone);
    return apps.length === 0 ? undefined : apps;
  });

  const write = async (
    app: Put,
    numbers: readonly NumberWrite[],
    refused: AlreadyExistsError,
    beside: readonly TransactItem[] = [],
  ) => {
    const TransactItems = [{ Put: app }, ...numbers.map((each) => each.write), ...beside];
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const failed = (error.CancellationReasons ?? []).findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
      if (failed === 0) throw refused;
      const told = numbers[failed - 1]?.refused;
      if (told !== undefined) throw told;
      throw new TryAgainError('The app is being changed by another call. Nothing was stored by this one.');
    }
  };

  return {
    find,
    findFresh,
    ofWhatsappNumber: async (phoneNumberId) => {
      const item = await numberItem(phoneNumberId);
      const appId = item?.appId ?? item?.formerly;
      const portfolio = item?.portfolio ?? 0;
      // A number of a later portfolio than the app knows of: these settings are from before it went there.
      const isOfToday = (kept: App) => portfolio <= portfolioCount(kept).now;
      const app = appId === undefined ? undefined : await find(appId, isOfToday);
      return app && { app, portfolio, isFormer: item?.appId === undefined };
    },
    onSmsNumber: async (phone) => {
      const parsed = parsePhone(phone);
      // A number may have been claimed under the key that it had before (decision 0021).
      const keys =
        'fault' in parsed ? [] : [parsed.digits, earlierKey(parsed.digits)].filter((key) => key !== undefined);
      const claimed = await Promise.all(keys.map((key) => appIdsOnSmsNumber(`+${key}`)));
      const appIds = [...new Set(claimed.flatMap((each) => each ?? []))];
      const apps = await Promise.all(appIds.map((appId) => find(appId)));
      return apps.filter((app) => app !== undefined);
    },
    list: async (limit, after) => {
      const { items, last } = await queryPage(table, { partition: appsPartition, after }, limit);
      return { data: items.map(toApp), next: last };
    },
    create: async (app, by) => {
      const taken = new AlreadyExistsError('There is an app with this appId.', '/appId');
      const put = { TableName: tableName, Item: toItem(app), ConditionExpression: 'attribute_not_exists(pk)' };
      // Everybody whom it will know is counted from the beginning.
      const { appId, createdAt: at } = app;
      const census = putItem(table, newCensus(appId, at, { since: at, windows: at }));
      await write(put, await numberWrites(table, undefined, app, by), taken, [census]);
    },
    replace: async (before, after, by) => {
      const changed = new AlreadyExistsError('The app was changed meanwhile. Read it again and repeat the change.');
      const put = {
        TableName: tableName,
        Item: toItem(after),
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: { ':before': before.version },
      };
      await write(put, await numberWrites(table, before, after, by), changed);
    },
  };
}

function toItem(app: App): Record<string, unknown> {
  return { ...appKey(app.appId), ...app };
}

const toApp = (item: object): App => withoutKey(itemAs(item, shape));

/** Remembers what was found for some seconds; what was not found, may not be remembered, or is not good any more, is asked for again. */
function keptBriefly<Value>(
  now: Clock,
  load: (key: string) => Promise<Value | undefined>,
  mayKeep: (value: Value) => boolean = () => true,
) {
  const kept = new Map<string, { readonly at: number; readonly value: Value }>();
  return async (key: string, isGood: (value: Value) => boolean = () => true): Promise<Value | undefined> => {
    const known = kept.get(key);
    if (known !== undefined && Math.abs(now() - known.at) < settingsAge && isGood(known.value)) return known.value;
    const value = await load(key);
    if (value === undefined || !mayKeep(value)) kept.delete(key);
    else kept.set(key, { at: now(), value });
    return value;
  };
}
