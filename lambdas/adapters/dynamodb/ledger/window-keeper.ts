import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { App } from '../../../domain/app/app.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { asWritten } from '../../../domain/identity/portfolio.ts';
import { decideFirstContact } from '../../../domain/ledger/decide-first-contact.ts';
import type { AskedAtFirst } from '../../../domain/ledger/errand.ts';
import type { SaidBy } from '../../../domain/ledger/statement-command.ts';
import {
  isOpen,
  joinWindows,
  serviceWindow,
  type WindowTimes,
} from '../../../domain/window/customer-service-window.ts';
import type { InboundEvent, NotedInbound, PersonEvent } from '../../../use-cases/ledger/ports.ts';
import { errandItem } from '../entries/errand-item.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import type { ResolvedPerson } from '../identity/resolved-person.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import { toWindowItem, type WindowItem, windowTimes, windowTtl } from '../places/window-item.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { windowKey } from '../table/keys.ts';
import { putNew, StaleReadError, untilSettled } from '../table/transaction.ts';

export interface WindowKeeperDeps extends IdentityChangeDeps {
  readonly rows: RowKeeper;
  settle(app: App, person: PersonRef, at: number, by: SaidBy): Promise<ResolvedPerson>;
  finish(app: App, home: Home): Promise<void>;
}

/** What opens a window: a message or call with its time, and what it asks for; or our reply to an ad click. */
interface Opening {
  readonly times: WindowTimes;
  readonly asks?: AskedAtFirst | undefined;
}

/** The window item that is to lie in a place, and what was read there. */
interface NewWindow {
  readonly home: Home;
  readonly place: string;
  readonly known: WindowItem | undefined;
  readonly times: WindowTimes;
  readonly person: PersonRef;
}

/** Keeps the window items: one request for a message in an open window, by whatever identifier it came. */
export function windowKeeper(deps: WindowKeeperDeps) {
  const { table, hash } = deps;

  /** A message or call of the person. Never consent; older and repeated ones change nothing. */
  async function noteInbound(app: App, { person, at, asks }: InboundEvent): Promise<NotedInbound> {
    const inbound = Math.min(at, deps.now());
    return untilSettled(async () => {
      const place = placeOf(person);
      const refused = place === undefined ? 'unknown' : await extend(app, place, person, inbound);
      if (refused !== 'unknown' && 'extendedFrom' in refused) return { before: refused.extendedFrom };
      if (refused !== 'unknown' && isKnownPair(refused, person) && !isNews(refused, inbound))
        return { before: 'unknown' };
      return open(app, person, inbound, { times: { lastInboundAt: inbound, openedAt: inbound }, asks });
    });
  }

  /** Our reply to an ad click: 72 h in which templates are free. Opens no service window. */
  async function noteEntryPoint(app: App, { person, at }: PersonEvent): Promise<void> {
    const repliedAt = Math.min(at, deps.now());
    await untilSettled(async () => {
      await open(app, person, repliedAt, { times: { entryPointAt: repliedAt } });
    });
  }

  function placeOf(person: PersonRef): string | undefined {
    if (person.phone !== undefined) return hash.place({ kind: 'phone', value: person.phone });
    return person.bsuid === undefined ? undefined : hash.place({ kind: 'bsuid', value: person.bsuid });
  }

  /**
   * The one write of the common case: a later message of a known pair, no entry point, no question due. Says what was there when it is
   * refused. A window that had been closed is opened by a second one, with the beginning of its run: never the one without the other.
   */
  async function extend(
    app: App,
    place: string,
    person: PersonRef,
    at: number,
  ): Promise<{ readonly extendedFrom: number } | 'unknown' | WindowItem> {
    const pair = person.phone !== undefined && person.bsuid !== undefined;
    const keepsRuns = app.automatedReplies !== undefined;
    const update = (run: string, from: string, values: object) =>
      table.documents.send(
        new UpdateCommand({
          TableName: table.tableName,
          Key: windowKey(app.appId, place),
          UpdateExpression: `SET #last = :at, #ttl = :ttl${run}`,
          ConditionExpression: `${from} AND attribute_not_exists(ep) AND attribute_not_exists(q)${pair ? ' AND b = :bsuid' : ''}`,
          ExpressionAttributeNames: { '#last': 'last', '#ttl': 'ttl' },
          ExpressionAttributeValues: {
            ':at': at,
            ':ttl': windowTtl({ lastInboundAt: at }),
            ...(pair && { ':bsuid': person.bsuid }),
            ...values,
          },
          ReturnValues: 'UPDATED_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    try {
      const { Attributes } = keepsRuns
        ? await update(', o = if_not_exists(o, :at)', '#last < :at AND #last > :closed', {
            ':closed': at - serviceWindow,
          })
        : await update(' REMOVE o', '#last < :at', {});
      return { extendedFrom: Number(Attributes?.last) };
    } catch (error) {
      const old = asItWas(error);
      if (old === 'unknown' || old.last === undefined || !keepsRuns) return old;
      if (old.last >= at || isOpen({ lastInboundAt: old.last }, at)) return old;
      try {
        await update(', o = :at', '#last = :before', { ':before': old.last });
        return { extendedFrom: old.last };
      } catch (again) {
        return asItWas(again);
      }
    }
  }

  /** The item by which a write was refused. @throws whatever else went wrong */
  function asItWas(error: unknown): 'unknown' | WindowItem {
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    const old = (error as { Item?: Parameters<typeof unmarshall>[0] }).Item;
    return old === undefined ? 'unknown' : (unmarshall(old) as WindowItem);
  }

  /** Finds or makes the person, brings its state up to date where that is needed, and writes the window. Tells what was known before. */
  async function open(app: App, person: PersonRef, at: number, { times, asks }: Opening): Promise<NotedInbound> {
    const settled = await deps.settle(app, person, at, 'provider');
    const { home, asked } = await bringUpToDate(app, settled, person, { at: times.lastInboundAt, asks });
    const place = windowPlaceOf(home, settled, person);
    const known = settled.windows.has(place) ? settled.windows.get(place) : await readWindow(app, place);
    const joined = joinWindows(windowTimes(known), times);
    await write(app, {
      home,
      place,
      known,
      times: app.automatedReplies === undefined ? withoutRun(joined) : joined,
      person,
    });
    const before = Math.max(-1, ...[known, ...settled.windows.values()].map((each) => each?.last ?? -1));
    return { before: before < 0 ? undefined : before < at ? before : 'unknown', asked };
  }

  /** State follows only on news: a new subject, a new identifier, the first contact, or a window in another place. */
  async function bringUpToDate(
    app: App,
    settled: ResolvedPerson,
    person: PersonRef,
    { at: inbound, asks }: { readonly at: number | undefined; readonly asks: AskedAtFirst | undefined },
  ): Promise<{ readonly home: Home; readonly asked: boolean }> {
    const { before, home } = settled;
    const place = windowPlaceOf(home, settled, person);
    const first = home.subject.firstContactAt;
    const isFirst = inbound !== undefined && (first === undefined || inbound < first);
    const now = deps.now();
    const contact = inbound === undefined ? undefined : decideFirstContact(home.subject, { at: inbound, asks, now });
    const isAsked = contact !== undefined && contact.questionDue !== home.subject.questionDue;
    const isElsewhere = place !== home.place && !home.windowPlaces.includes(place);
    const isLinked = before !== undefined && settled.linked;
    const isSame =
      before !== undefined && !isFirst && !isAsked && !isElsewhere && !isLinked && settled.places.length === 0;
    if (isSame) return { home, asked: false };
    const updated: Home = {
      ...home,
      windowPlaces: isElsewhere ? [...home.windowPlaces, place] : home.windowPlaces,
      subject: {
        ...home.subject,
        ...(isFirst && { firstContactAt: inbound, firstKnownAt: Math.min(home.subject.firstKnownAt, inbound) }),
        ...(contact !== undefined && { questionDue: contact.questionDue }),
      },
    };
    const identity = isLinked
      ? recordIdentity(deps, app, updated, { kind: 'identity', change: 'linked' }, inbound ?? now, {
          identifiers: identifiersAsKnown(person),
        })
      : undefined;
    const after = identity?.home ?? updated;
    await deps.rows.commit(
      app,
      [before],
      [
        ...subjectWrites(table, app, before, after, { why: 'number-change', now }),
        ...placeWrites(table, app.appId, settled.places),
        ...(identity === undefined ? [] : [identity.write]),
        ...(contact?.errand === undefined
          ? []
          : [putNew(table, errandItem(hash, app.appId, after.subject.subjectId, contact.errand, now))]),
      ],
    );
    await deps.finish(app, after);
    return { home: after, asked: contact?.errand !== undefined };
  }

  /** Under the identifier that the person wrote with, if it is still theirs; else at home. */
  function windowPlaceOf(home: Home, settled: ResolvedPerson, person: PersonRef): string {
    const place = placeOf(person);
    if (place === undefined || place === home.place) return home.place;
    const isTheirs =
      person.phone !== undefined ? person.phone === home.subject.phone : person.bsuid === home.subject.bsuid;
    return isTheirs || settled.places.some((each) => each.place === place) ? place : home.place;
  }

  async function readWindow(app: App, place: string): Promise<WindowItem | undefined> {
    const [found] = await deps.reader.items([windowKey(app.appId, place)]);
    return found as WindowItem | undefined;
  }

  async function write(app: App, { home, place, known, times, person }: NewWindow): Promise<void> {
    const bsuid = person.bsuid ?? home.subject.bsuid ?? known?.b;
    const item = toWindowItem(app.appId, place, home.subject.subjectId, times, {
      bsuid,
      firstContactAt: home.subject.firstContactAt,
      questionDue: home.subject.questionDue,
    });
    try {
      await table.documents.send(
        new PutCommand({
          TableName: table.tableName,
          Item: { ...item },
          ...(known === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: known.last === undefined ? 'attribute_not_exists(#last)' : '#last = :last',
                ExpressionAttributeNames: { '#last': 'last' },
                ...(known.last !== undefined && { ExpressionAttributeValues: { ':last': known.last } }),
              }),
        }),
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException')
        throw new StaleReadError('the window moved');
      throw error;
    }
  }

  return { noteInbound, noteEntryPoint };
}

function withoutRun({ openedAt: _run, ...times }: WindowTimes): WindowTimes {
  return times;
}

/** Whether the window item remembers the person under the identifiers that came in. */
function isKnownPair(item: WindowItem, person: PersonRef): boolean {
  return person.phone === undefined || person.bsuid === undefined || item.b === person.bsuid;
}

/** Later than what is known, or earlier than the first contact that is known. */
function isNews(item: WindowItem, at: number): boolean {
  return item.last === undefined || item.last < at || (item.f !== undefined && at < item.f);
}

function identifiersAsKnown({ phone, bsuid, parentBsuid }: PersonRef) {
  return {
    phone,
    bsuid: bsuid && asWritten(bsuid),
    parentBsuid: parentBsuid && asWritten(parentBsuid),
  };
}
