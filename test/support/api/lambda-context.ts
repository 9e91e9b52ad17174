import type { Context } from 'aws-lambda';

/** What Lambda says of a run, as far as functions of ours ask. @param left milliseconds until it would be ended */
export function lambdaContext(awsRequestId = 'request-1', left = 60_000): Context {
  return { awsRequestId, getRemainingTimeInMillis: () => left } as Context;
}
