import type { DynamoDBRecord } from 'aws-lambda';
import { replyAttribute } from '../../../contract/table.ts';
import { sources } from '../../../domain/consent/statement.ts';
import { type ReplyKind, replyKinds } from '../../../domain/ledger/reply-kind.ts';
import type { ReplyRequest } from '../../../domain/replies/reply-request.ts';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** Reads a record of the table stream: the reply that a new ledger entry asks for, or undefined for every other record. */
export function parseReplyRequest(record: DynamoDBRecord): ReplyRequest | undefined {
  const image = record.dynamodb?.NewImage;
  const kind = replyKinds.find((each) => each === image?.[replyAttribute]?.S);
  if (record.eventName !== 'INSERT' || image === undefined || kind === undefined) return undefined;
  return requestOf(image, kind);
}

function requestOf(image: Image, kind: ReplyKind): ReplyRequest | undefined {
  const [appId, , subjectId] = image.pk?.S?.split('#') ?? [];
  const entry = image.sk?.S;
  const at = Number(image.at?.N);
  const source = sources.find((each) => each === image.src?.S);
  if (
    appId === undefined ||
    subjectId === undefined ||
    entry === undefined ||
    source === undefined ||
    Number.isNaN(at)
  ) {
    return undefined;
  }
  const body = image.body?.M;
  const written = body?.identifiers?.M;
  const received = (name: 'phone' | 'waId' | 'bsuid' | 'parentBsuid') => {
    const value = written?.[name]?.S;
    return value === undefined ? {} : { [name]: value };
  };
  const receivedBy = body?.receivedBy?.S;
  const choice = image.choice?.S;
  return {
    appId,
    subjectId,
    entry,
    kind,
    at,
    source,
    identifiers: { ...received('phone'), ...received('waId'), ...received('bsuid'), ...received('parentBsuid') },
    receivedBy,
    choice,
  };
}
