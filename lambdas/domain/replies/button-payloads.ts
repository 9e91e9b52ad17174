/** The payload ids that we issue ourselves: the only ids of buttons that act. They never change, because old messages keep them. */
export const buttonPayloads = {
  /** Stops everything. */
  stopAll: 'optledger:stop-all',
  /** Settles an unclear stop: it was none. */
  keep: 'optledger:keep',
  /** Takes back the stop, as START does. */
  start: 'optledger:start',
} as const;
