import { GetAccountCommand } from '@aws-sdk/client-api-gateway';
import { GetStageCommand } from '@aws-sdk/client-apigatewayv2';
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { area, type Finding, NotChecked } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface ConcurrencyFacts {
  /** Runs at once of the whole account in this region. */
  readonly account: number;
  /** What no function has reserved. */
  readonly free: number;
}

export const concurrencyArea = area('concurrent runs', readConcurrency, judgeConcurrency);

async function readConcurrency({ clients }: Stage): Promise<ConcurrencyFacts> {
  const { AccountLimit } = await clients.lambda.send(new GetAccountSettingsCommand({}));
  if (AccountLimit?.ConcurrentExecutions === undefined) throw new NotChecked('Lambda says no limit');
  const { ConcurrentExecutions: account, UnreservedConcurrentExecutions: free = account } = AccountLimit;
  return { account, free };
}

/** Whether Lambda runs enough at once. */
export function judgeConcurrency({ account, free }: ConcurrencyFacts): readonly Finding[] {
  const ask =
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000; it takes days';
  const hurt =
    'Whoever texts STOP while an export or a page has all of them: Meta and SNS repeat, callers are refused.';
  if (account < 100) {
    return [
      { severity: 'broken', what: `The account runs no more than ${account} functions at once.`, hurt, todo: ask },
    ];
  }
  if (account < 1000) {
    const what = `The account runs no more than ${account} functions at once; a campaign needs 1,000.`;
    return [{ severity: 'should', what, hurt, todo: ask }];
  }
  if (free > 100) return [];
  return [
    {
      severity: 'note',
      what: `All but ${free} of ${account} concurrent runs are reserved for some function of the account.`,
      hurt: 'Whatever has none reserved: it shares what is left.',
      todo: 'If other stages or workloads share this account, give them one of their own, or ask for more.',
    },
  ];
}

export interface RequestFacts {
  /** Requests a second for all HTTP APIs of the account in this region. */
  readonly account: number;
  /** What the webhook's route takes in a second, as API Gateway has it. */
  readonly webhooks: number;
}

export const requestsArea = area('requests a second', readRequests, judgeRequests);

async function readRequests({ stack, clients }: Stage): Promise<RequestFacts> {
  const [api] = stack.ofType('AWS::ApiGatewayV2::Api');
  const found = await clients.api.send(new GetStageCommand({ ApiId: api?.physicalId, StageName: '$default' }));
  const webhooks = found.RouteSettings?.['POST /webhooks/whatsapp']?.ThrottlingRateLimit;
  // API Gateway itself, because Service Quotas shows 10,000 also in the regions that have a quarter of it.
  const { throttleSettings } = await clients.apiAccount.send(new GetAccountCommand({}));
  if (webhooks === undefined || throttleSettings?.rateLimit === undefined) {
    throw new NotChecked('API Gateway shows no limit');
  }
  return { account: throttleSettings.rateLimit, webhooks };
}

/** "Throttle rate" of API Gateway in Service Quotas. */
const throttleRate = 'L-8A5B8E43';

/** Meta's own pace: 1,000 messages a second are 3,300 deliveries (three statuses each, and the answers). */
const fastest = 3300;

/** Whether Meta's deliveries fit through the API, and leave room for everybody else. */
export function judgeRequests({ account, webhooks }: RequestFacts): readonly Finding[] {
  const hurt = 'Whoever says STOP on WhatsApp during a campaign: Meta is turned away, and comes again hours later.';
  const ask = `aws service-quotas request-service-quota-increase --service-code apigateway --quota-code ${throttleRate} --desired-value 10000`;
  if (webhooks > account) {
    const what = `Webhooks may come ${webhooks} a second, but the account takes no more than ${account} for all its APIs in this region.`;
    return [
      {
        severity: 'should',
        what,
        hurt,
        todo: `${ask}, or send no faster than ${Math.floor(account / 3.3)} messages a second`,
      },
    ];
  }
  if (webhooks < fastest) {
    const what = `Webhooks may come ${webhooks} a second; a number at its full speed brings ${fastest}.`;
    return [{ severity: 'note', what, hurt, todo: 'Deploy with a higher webhooksPerSecond, or send more slowly.' }];
  }
  return [];
}
