import { type KeyRights, reaches } from '../../../domain/api-key/api-key.ts';
import type { App } from '../../../domain/app/app.ts';
import { portfoliosOf } from '../../../domain/app/portfolios.ts';
import { AlreadyExistsError } from '../../../domain/errors.ts';
import { normaliseAppName } from '../../../domain/keywords/match-opt-in-sms.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { getItem, queryAll } from '../table/query.ts';
import { smsNumberHistoryKey, smsNumberKey, smsNumberPartition, whatsappNumberKey } from '../table/stage-keys.ts';
import { putNew, remove, type TransactItem } from '../table/transaction.ts';

/** One write of a change of an app, with what it means when its condition does not hold. */
export interface NumberWrite {
  readonly write: TransactItem;
  /** Absent = somebody changed the same number meanwhile. */
  readonly refused?: AlreadyExistsError;
}

/** Which app has a WhatsApp number, or had it last. */
export interface WhatsappNumberItem {
  readonly appId?: string;
  readonly formerly?: string;
  /** The portfolio of the number among those of that app; absent = the first. */
  readonly portfolio?: number;
}

/** Who shares an SMS number, kept beside the claims: whoever joins or leaves changes it, so two that join at once are seen. */
interface SmsNumberHistory {
  /** The apps on it after the last change, or, when the last one left, that one. */
  readonly apps: readonly string[];
  readonly v: number;
}

/**
 * The writes by which an app takes and gives up its numbers and the names on them.
 *
 * A number that an app has, or had last, brings that app's customers with it: what they write to it, and in whose name they are answered.
 * So only rights that reach all apps on it take it; everybody else gets the same refusal, whatever name they come with.
 *
 * @param by absent = the stage itself
 * @throws AlreadyExistsError
 */
export async function numberWrites(
  table: DocumentTable,
  before: App | undefined,
  after: App,
  by: KeyRights | undefined,
): Promise<NumberWrite[]> {
  return [
    ...(await whatsappWrites(table, before, after, by)),
    ...nameWrites(table, before, after),
    ...(await smsWrites(table, before, after, by)),
  ];
}

async function whatsappWrites(
  table: DocumentTable,
  before: App | undefined,
  after: App,
  by: KeyRights | undefined,
): Promise<NumberWrite[]> {
  const [lost, gained] = [before?.whatsapp?.phoneNumberId, after.whatsapp?.phoneNumberId];
  if (lost === gained) return [];
  const { tableName } = table;
  const writes: NumberWrite[] = [];
  if (gained !== undefined) {
    const taken = new AlreadyExistsError('Another app has this WhatsApp number.', '/whatsapp/phoneNumberId');
    const Key = whatsappNumberKey(gained);
    const item = await getItem(table, Key);
    const known = item && itemAs<WhatsappNumberItem>(item, {});
    const formerly = known?.formerly;
    if (known?.appId !== undefined || (formerly !== undefined && !mayTake([formerly], after.appId, by))) throw taken;
    const isAsSeen =
      formerly === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'attribute_not_exists(appId) AND formerly = :formerly',
            ExpressionAttributeValues: { ':formerly': formerly },
          };
    const Item = { ...Key, appId: after.appId, portfolio: portfolioOf(after) };
    const Put = { TableName: tableName, Item, ...isAsSeen };
    writes.push({ write: { Put }, refused: taken });
  }
  if (lost !== undefined) {
    const Item = { ...whatsappNumberKey(lost), formerly: after.appId, portfolio: before && portfolioOf(before) };
    writes.push({ write: { Put: { TableName: tableName, Item } } });
  }
  return writes;
}

/** The first one is not written down. */
function portfolioOf(app: App): number | undefined {
  const { now } = portfoliosOf(app);
  return now === 0 ? undefined : now;
}

/** On each SMS number an app claims its name, or, without a name, a place of its own. */
function nameWrites(table: DocumentTable, before: App | undefined, after: App): NumberWrite[] {
  const [had, has] = [before === undefined ? [] : namesOf(before), namesOf(after)];
  const gained = without(has, had).map(({ key, phone, index }) => ({
    write: putNew(table, { ...key, appId: after.appId }),
    refused: new AlreadyExistsError(
      `Another app has this name on ${phone}.`,
      after.smsName === undefined ? `/smsNumbers/${index}/phone` : '/smsName',
    ),
  }));
  const lost = without(had, has).map(({ key }) => ({ write: remove(table, key) }));
  return [...gained, ...lost];
}

async function smsWrites(
  table: DocumentTable,
  before: App | undefined,
  after: App,
  by: KeyRights | undefined,
): Promise<NumberWrite[]> {
  const [had, has] = [phonesOf(before), phonesOf(after)];
  const changed = [...has, ...had].filter((phone) => has.includes(phone) !== had.includes(phone));
  return Promise.all(
    changed.map(async (phone) => {
      const { apps, history } = await appsOnSmsNumber(table, phone);
      const others = apps.filter((appId) => appId !== after.appId);
      const joins = has.includes(phone);
      const lastOnes = others.length > 0 || !joins ? others : (history?.apps ?? []);
      if (joins && !mayTake(lastOnes, after.appId, by)) {
        throw new AlreadyExistsError('Another app has this SMS number.', `/smsNumbers/${has.indexOf(phone)}/phone`);
      }
      const now = joins ? [...others, after.appId] : others.length > 0 ? others : [after.appId];
      const Item = { ...smsNumberHistoryKey(phone), apps: now, v: (history?.v ?? 0) + 1 };
      const isAsSeen =
        history === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'v = :seen', ExpressionAttributeValues: { ':seen': history.v } };
      return { write: { Put: { TableName: table.tableName, Item, ...isAsSeen } } };
    }),
  );
}

/** The apps that take SMS on a number, in E.164, and what is kept of it. Strong. */
export async function appsOnSmsNumber(table: DocumentTable, phone: string) {
  const items = (await queryAll(table, { partition: smsNumberPartition(phone) })) as Key[];
  const isHistory = ({ sk }: Key) => sk === smsNumberHistoryKey(phone).sk;
  const claims = items.filter((item) => !isHistory(item));
  const apps = claims.map((item) => itemAs<{ readonly appId: string }>(item, { appId: 'string' }).appId);
  const history = items.find(isHistory);
  return {
    apps: [...new Set(apps)],
    history: history && itemAs<SmsNumberHistory>(history, { apps: 'list', v: 'number' }),
  };
}

function mayTake(apps: readonly string[], own: string, by: KeyRights | undefined): boolean {
  return by === undefined || apps.every((appId) => appId === own || reaches(by, appId));
}

const phonesOf = (app: App | undefined): string[] => app?.smsNumbers.map(({ phone }) => phone) ?? [];

const namesOf = ({ appId, smsName, smsNumbers }: App) =>
  smsNumbers.map(({ phone }, index) => ({
    key: smsNumberKey(phone, smsName === undefined ? appId : `=${normaliseAppName(smsName)}`),
    phone,
    index,
  }));

function without<Named extends { readonly key: Key }>(names: readonly Named[], others: readonly Named[]): Named[] {
  return names.filter(({ key }) => !others.some((other) => other.key.pk === key.pk && other.key.sk === key.sk));
}
