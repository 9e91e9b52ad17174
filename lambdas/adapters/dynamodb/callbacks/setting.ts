/** What an update does, in the words of DynamoDB. */
export interface Expression {
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** An update that sets these attributes and takes those away. */
export function setting(set: object, remove: readonly string[]): Expression {
  const sets = Object.entries(set);
  const names = [...sets.map(([name]) => name), ...remove];
  const parts = [
    ...(sets.length > 0 ? [`SET ${sets.map(([name]) => `#${name} = :${name}`).join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.map((name) => `#${name}`).join(', ')}`] : []),
  ];
  return {
    UpdateExpression: parts.join(' '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ...(sets.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(sets.map(([name, value]) => [`:${name}`, value])),
    }),
  };
}
