import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { type LedgerItem, subjectOfLedgerItem } from '../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import { parsePersonKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import type { Named, Told } from './happening.ts';

const windowMs = 24 * 60 * 60 * 1000;
const entryPointMs = 72 * 60 * 60 * 1000;

type Item = Readonly<Record<string, unknown>>;
type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** What the records of the table's stream tell: ledger entries, windows, what was kept aside. Everything else is silent. */
export function tableWatcher(): (records: readonly DynamoDBRecord[]) => Told[] {
  /** Who a subject is: windows and copies do not say it themselves. */
  const named = new Map<string, Named>();
  const knownAs = (subject: string, who: Named): Named => {
    const all = { ...named.get(subject), ...who };
    named.set(subject, all);
    return all;
  };

  function told({ eventName, dynamodb }: DynamoDBRecord): Told[] {
    const isNew = eventName === 'INSERT';
    const image = itemOf(dynamodb?.NewImage);
    const [pk, sk] = [String(image.pk), String(image.sk)];
    if (isNew && pk.startsWith('ASIDE#') && image.why !== undefined) return [{ kind: 'aside', why: String(image.why) }];
    const key = parsePersonKey({ pk, sk });
    if (key?.kind === 'place' && image.u !== undefined) {
      const { ph, b } = image;
      knownAs(String(image.u), {
        ...(ph !== undefined && { phone: `+${ph}` }),
        ...(b !== undefined && { bsuid: String(b) }),
      });
      return [];
    }
    if (key?.kind === 'window') {
      const before = itemOf(dynamodb?.OldImage);
      const subject = String(image.u);
      const whose = { appId: key.appId, subject, who: named.get(subject) ?? {} };
      const open = (kind: 'window' | 'entry-point', from: unknown, old: unknown, forMs: number): Told[] =>
        typeof from !== 'number' || from === old
          ? []
          : [{ kind, ...whose, until: new Date(from + forMs).toISOString() }];
      return [
        ...open('window', image.last, before.last, windowMs),
        ...open('entry-point', image.ep, before.ep, entryPointMs),
      ];
    }
    if (key?.kind !== 'ledger' || !isNew) return [];
    const entry = image as unknown as LedgerItem;
    const subject = subjectOfLedgerItem(entry);
    return [ledgerHappening(key.appId, subject, knownAs(subject, entry.body?.identifiers ?? {}), entry)];
  }

  // Homes first: a new person's window and entry may stand before the home in the same transaction.
  return (records) => {
    for (const record of records) if (record.dynamodb?.NewImage?.sk?.S === 'S') told(record);
    return records.flatMap(told);
  };
}

function ledgerHappening(appId: string, subject: string, who: Named, entry: LedgerItem): Told {
  const {
    kind,
    action,
    value,
    reason,
    change,
    handed,
    lifted,
    purposes,
    src: source,
    rule,
    notice,
    co,
    applied,
    body,
  } = entry;
  const act = action ?? value ?? reason ?? change ?? handed;
  const overruled = (applied ?? []).flatMap((outcome) => (outcome.applied ? [] : [outcome.purpose]));
  return {
    kind: 'ledger',
    appId,
    subject,
    who,
    entry: kind,
    ...(act !== undefined && { act }),
    ...(lifted === true && { lifted }),
    ...(purposes !== undefined && { purposes }),
    source,
    ...(rule !== undefined && { rule }),
    ...(notice !== undefined && { notice }),
    ...(body?.messageId !== undefined && { messageId: body.messageId }),
    ...(co !== undefined && { isCopy: true }),
    ...(overruled.length > 0 && { overruled }),
  };
}

/** Of any image; none = an empty item. */
const itemOf = (image: Image | undefined): Item =>
  image === undefined ? {} : unmarshall(image as Parameters<typeof unmarshall>[0]);
