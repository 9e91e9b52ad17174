/** Prices of us-east-1 as known in November 2026, in dollars a million, and what is assumed of a run; docs/costs.md is made of them. */
export const prices = {
  /** HTTP API. */
  request: 1,
  /** Lambda. */
  run: 0.2,
  /** A GB-millisecond of Lambda on arm64, a million of them. */
  gigabyteMillisecond: 0.0133334,
  writeUnit: 0.625,
  readUnit: 0.125,
  /** A byte that CloudWatch Logs takes in: $0.50 a GB. */
  logByte: 0.0005,
  /** SQS, a request of a standard queue, and of one that keeps an order. */
  queueRequest: 0.4,
  orderedQueueRequest: 0.5,
  /** EventBridge: an event of at most 64 KB that is put on a bus. */
  busEvent: 1,
  /** A byte that leaves AWS: $0.09 a GB. */
  byteOut: 0.00009,
  /** X-Ray keeps a trace of one run in twenty, at $5 a million. */
  trace: 0.25,
};

/** CloudWatch counts so many bytes beside each line ("Amazon CloudWatch Pricing"; quotas of PutLogEvents). */
export const bytesBesideALine = 26;

/** Memory in GB, and how long a run takes on AWS in milliseconds: assumed, as nothing was measured there. */
export interface Run {
  readonly gigabytes: number;
  readonly milliseconds: number;
  /** Log lines of our own, as measured. */
  readonly logBytes: number;
  /** How many of what is done share a run; one unless said. */
  readonly sharedBy?: number;
}

/** What is done a million times. */
export interface CostRow {
  readonly name: string;
  readonly requests: number;
  readonly runs: readonly Run[];
  readonly readUnits: number;
  readonly writeUnits: number;
  /** What else a million of it cost, in dollars: queues, the bus, bytes that leave. */
  readonly besides?: number;
}

const dollars = (amount: number): string => amount.toFixed(2);

/** The dollars of a row, part by part. */
export function costOf({ requests, runs, readUnits, writeUnits, besides = 0 }: CostRow, accessBytes: number) {
  const sum = (of: (run: Run) => number): number =>
    runs.reduce((total, run) => total + of(run) / (run.sharedBy ?? 1), 0);
  const times = sum(() => 1);
  const calls = requests * prices.request + times * prices.run + besides;
  const time = sum(({ gigabytes, milliseconds }) => gigabytes * milliseconds) * prices.gigabyteMillisecond;
  const units = writeUnits * prices.writeUnit + readUnits * prices.readUnit;
  const bytes = sum(({ logBytes }) => logBytes) + requests * accessBytes;
  const watching = bytes * prices.logByte + times * prices.trace;
  return { calls, time, units, watching, total: calls + time + units + watching };
}

/** The row as docs/costs.md has it. */
export function costLine(row: CostRow, accessBytes: number): string {
  const { calls, time, units, watching, total } = costOf(row, accessBytes);
  const parts = [calls, time, units, watching].map(dollars);
  return `| ${row.name} | ${row.writeUnits} | ${row.readUnits} | ${parts.join(' | ')} | **${dollars(total)}** |`;
}
