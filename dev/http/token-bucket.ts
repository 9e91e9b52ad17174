/** How many requests a route takes: so many a second, and so many at once. */
export interface Brake {
  readonly rate: number;
  readonly burst: number;
}

/**
 * The brake of a route as API Gateway has it: a bucket of `burst` tokens that `rate` of them fill up in a second (API Gateway developer
 * guide, "Throttle requests to your HTTP APIs").
 *
 * @param now epoch milliseconds
 */
export function tokenBucket({ rate, burst }: Brake, now: () => number): { take(): boolean } {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - filledAt) / 1000) * rate);
      filledAt = time;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
