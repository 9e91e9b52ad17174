import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TooManyFormsError } from '../../domain/collection/too-many-forms-error.ts';
import type { FormKind, FormLimit } from '../../use-cases/form-ports.ts';
import type { Clock } from '../../use-cases/ports.ts';
import type { DocumentTable } from './document-table.ts';
import { keyedHash } from './keyed-hash.ts';
import { limitKey } from './keys.ts';

/** What one source may spend in one period, what a form costs it, and the period in seconds. */
export const budget = 300;
export const costs: { readonly [Kind in FormKind]: number } = { plain: 1, numbers: 10 };
export const period = 10 * 60;

/** Counts forms by a keyed hash of the source and the period, so that neither the address nor a trail of it is stored. */
export function formLimit(table: DocumentTable, identifierKey: string, now: Clock): FormLimit {
  const hash = keyedHash(identifierKey);
  return {
    async count(sourceIp, kind) {
      const seconds = Math.floor(now() / 1000);
      const started = seconds - (seconds % period);
      const ends = started + period;
      try {
        await table.documents.send(
          new UpdateCommand({
            TableName: table.tableName,
            Key: limitKey(hash.entry(`form ${started} ${networkOf(sourceIp)}`)),
            UpdateExpression: 'ADD spent :cost SET #ttl = :ttl',
            ConditionExpression: 'attribute_not_exists(spent) OR spent <= :left',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: { ':cost': costs[kind], ':left': budget - costs[kind], ':ttl': ends + period },
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new TooManyFormsError(ends - seconds);
        throw error;
      }
    },
  };
}

/** An IPv6 household has 2^64 addresses of one network (RFC 4291, 2.5.4); they count as one source. */
function networkOf(sourceIp: string): string {
  if (!sourceIp.includes(':') || sourceIp.includes('.')) return sourceIp;
  const [head = '', tail] = sourceIp.toLowerCase().split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
