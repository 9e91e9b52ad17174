import type { FunctionName } from '../../../lambdas/contract/routes.ts';

/** Lambda keeps 100 concurrent runs for the functions of an account that reserve none (Lambda, "Reserved concurrency"). */
const leftForOthers = 100;

/** Of what may be reserved, the share of each function by which people are heard. They start at once whatever else is going on. */
const shares: { readonly [Name in FunctionName]?: number } = {
  'whatsapp-webhook': 0.45,
  authorizer: 0.1,
  'sms-inbound': 0.05,
  'twilio-webhook': 0.02,
  'aws-whatsapp': 0.02,
  gupshup: 0.02,
  'send-replies': 0.1,
  relay: 0.05,
  // Not for what it hears, but because anybody can call it.
  gate: 0.05,
};

/**
 * A share is a guarantee and a limit: these are limited too, so that none of them takes what others need. Of the smallest account that
 * may be named (500) an export writes its eight shards at once all the same, and two imports their four parts each. All shares together
 * are one.
 */
const limited: { readonly [Name in FunctionName]?: { readonly share: number; readonly most: number } } = {
  'export-shard': { share: 0.02, most: 16 },
  'import-steps': { share: 0.02, most: 16 },
  pages: { share: 0.1, most: 100 },
};

/**
 * How many runs at once are kept for a function, and at most given to it. Without the account's own number nothing is reserved: a
 * new account may have as few as ten, and Lambda refuses a reservation that leaves fewer than a hundred.
 */
export class Concurrency {
  private readonly account: number | undefined;

  /** @param account concurrent runs of the account in this region, of which this stage may take all but 100 */
  constructor(account: number | undefined) {
    this.account = account;
  }

  of(name: FunctionName): number | undefined {
    if (this.account === undefined) return undefined;
    const free = this.account - leftForOthers;
    const share = shares[name];
    if (share !== undefined) return Math.max(1, Math.floor(free * share));
    const limit = limited[name];
    return limit === undefined ? undefined : Math.min(limit.most, Math.max(1, Math.floor(free * limit.share)));
  }
}
