import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { App } from '../../domain/app/app.ts';
import { AlreadyExistsError, TryAgainError } from '../../domain/errors.ts';
import { earlierKey, parsePhone } from '../../domain/identity/phone.ts';
import { normaliseAppName } from '../../domain/keywords/match-opt-in-sms.ts';
import type { AppStore } from '../../use-cases/app-ports.ts';
import type { Clock } from '../../use-cases/ports.ts';
import type { DocumentTable } from './document-table.ts';
import { appKey, appsPartition, type Key, smsNumberKey, smsNumberPartition, whatsappNumberKey } from './keys.ts';

/** How long settings are served from memory, in milliseconds: a change is seen everywhere this much later at most. */
export const settingsAge = 5000;

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A name that one app alone may have, with the field that it comes from. */
interface Claim {
  readonly appId: string;
  readonly key: Key;
  readonly pointer: string;
  readonly detail: string;
}

/** Settings of apps, with the numbers and names under which the world knows them. */
export function appStore(table: DocumentTable, now: Clock): AppStore {
  const { documents, tableName } = table;

  const findFresh = async (appId: string) => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: tableName, Key: appKey(appId), ConsistentRead: true }),
    );
    return Item === undefined ? undefined : toApp(Item);
  };
  const find = keptBriefly(now, findFresh);

  const appIdOfNumber = keptBriefly(now, async (phoneNumberId: string) => {
    const Key = whatsappNumberKey(phoneNumberId);
    const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
    return Item === undefined ? undefined : String(Item.appId);
  });

  const appIdsOnSmsNumber = keptBriefly(now, async (phone: string) => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': smsNumberPartition(phone) },
        ConsistentRead: true,
      }),
    );
    return Items.length === 0 ? undefined : Items.map((item) => String(item.appId));
  });

  const write = async (app: Write, claims: readonly Claim[], others: readonly Write[], refused: AlreadyExistsError) => {
    const TransactItems = [app, ...claims.map((claim) => takeClaim(tableName, claim)), ...others];
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const failed = (error.CancellationReasons ?? []).findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
      if (failed === 0) throw refused;
      const claim = claims[failed - 1];
      if (claim !== undefined) throw new AlreadyExistsError(claim.detail, claim.pointer);
      throw new TryAgainError('The app is being changed by another call. Nothing was stored by this one.');
    }
  };

  return {
    find,
    findFresh,
    ofWhatsappNumber: async (phoneNumberId) => {
      const appId = await appIdOfNumber(phoneNumberId);
      return appId === undefined ? undefined : find(appId);
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
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: { ':pk': appsPartition, ':after': after },
          Limit: limit,
          ConsistentRead: true,
        }),
      );
      return Items.map(toApp);
    },
    create: (app) => {
      const taken = new AlreadyExistsError('There is an app with this appId.', '/appId');
      const put = { Put: { TableName: tableName, Item: toItem(app), ConditionExpression: 'attribute_not_exists(pk)' } };
      return write(put, claimsOf(app), [], taken);
    },
    replace: (before, after) => {
      const changed = new AlreadyExistsError('The app was changed meanwhile. Read it again and repeat the change.');
      const put = {
        Put: {
          TableName: tableName,
          Item: toItem(after),
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        },
      };
      const gained = without(claimsOf(after), claimsOf(before));
      const lost = without(claimsOf(before), claimsOf(after));
      const releases = lost.map(({ key }) => ({ Delete: { TableName: tableName, Key: { ...key } } }));
      return write(put, gained, releases, changed);
    },
  };
}

/** The claims of an app: its WhatsApp number, and on each SMS number its name (or, without a name, a place of its own). */
function claimsOf(app: App): Claim[] {
  const { appId } = app;
  const sms = app.smsNumbers.map(({ phone }, index) => ({
    appId,
    key: smsNumberKey(phone, app.smsName === undefined ? app.appId : `=${normaliseAppName(app.smsName)}`),
    pointer: app.smsName === undefined ? `/smsNumbers/${index}/phone` : '/smsName',
    detail: `Another app has this name on ${phone}.`,
  }));
  if (app.whatsapp === undefined) return sms;
  const detail = 'Another app has this WhatsApp number.';
  return [
    { appId, key: whatsappNumberKey(app.whatsapp.phoneNumberId), pointer: '/whatsapp/phoneNumberId', detail },
    ...sms,
  ];
}

function without(claims: readonly Claim[], others: readonly Claim[]): Claim[] {
  return claims.filter(({ key }) => !others.some((other) => other.key.pk === key.pk && other.key.sk === key.sk));
}

function takeClaim(tableName: string, { key, appId }: Claim): Write {
  return { Put: { TableName: tableName, Item: { ...key, appId }, ConditionExpression: 'attribute_not_exists(pk)' } };
}

function toItem(app: App): Record<string, unknown> {
  return { ...appKey(app.appId), ...app };
}

function toApp(item: Record<string, unknown>): App {
  const { pk: _pk, sk: _sk, ...app } = item;
  return app as unknown as App;
}

/** Remembers what was found for some seconds; what was not found is asked for again. */
function keptBriefly<Value>(now: Clock, load: (key: string) => Promise<Value | undefined>) {
  const kept = new Map<string, { readonly at: number; readonly value: Value }>();
  return async (key: string): Promise<Value | undefined> => {
    const known = kept.get(key);
    if (known !== undefined && Math.abs(now() - known.at) < settingsAge) return known.value;
    const value = await load(key);
    if (value === undefined) kept.delete(key);
    else kept.set(key, { at: now(), value });
    return value;
  };
}
