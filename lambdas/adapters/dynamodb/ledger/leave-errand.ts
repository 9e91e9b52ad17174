import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { App } from '../../../domain/app/app.ts';
import type { Errand } from '../../../domain/ledger/errand.ts';
import type { ReplyKind } from '../../../domain/ledger/reply-kind.ts';
import { errandItem, keyOfErrand } from '../entries/errand-item.ts';
import { holds } from '../table/conditional.ts';
import { getItem } from '../table/query.ts';
import { untilSettled } from '../table/transaction.ts';
import type { WindowKeeperDeps } from './window-keeper.ts';

/** Leaves errands beside the ledger, for the relay to hand on. */
export function errandLeaver({
  table,
  hash,
  now,
  settle,
}: Pick<WindowKeeperDeps, 'table' | 'hash' | 'now' | 'settle'>) {
  /**
   * One that lies there already stays as it is: an act that is told again asks for nothing new, also after whoever did it turned out to be
   * somebody who was known otherwise.
   *
   * @param unless nothing is left where the same act has asked for a message of this kind
   */
  async function leave(app: App, errand: Errand, unless?: ReplyKind): Promise<void> {
    await untilSettled(async () => {
      const { home, before } = await settle(app, errand.person, Math.min(errand.at, now()), 'provider');
      if (before === undefined) throw new Error('An errand is left for somebody who is known.');
      const { subjectId } = home.subject;
      const keysOf = (kind: ReplyKind, subjects: readonly string[]) =>
        subjects.map((each) => keyOfErrand(hash, app.appId, each, { kind, eventId: errand.eventId }));
      const others = [
        ...keysOf(errand.kind, home.absorbed),
        ...(unless === undefined ? [] : keysOf(unless, [subjectId, ...home.absorbed])),
      ];
      for (const key of others) if ((await getItem(table, key)) !== undefined) return;
      const Item = errandItem(hash, app.appId, subjectId, errand, now());
      const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
      await holds(table.documents.send(new PutCommand({ TableName: table.tableName, Item, ...condition })));
    });
  }

  return { leave };
}
