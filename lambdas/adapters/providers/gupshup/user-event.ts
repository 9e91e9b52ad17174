/** What an event of ours tells that Gupshup's form can say. */
export interface EventForGupshup {
  /** `user.opted_in` … (contract/events). */
  readonly type: string;
  readonly appId: string;
  /** RFC 3339. */
  readonly timestamp: string;
  readonly data: object;
}

/**
 * An event in the form of Gupshup's callbacks v2 (docs.gupshup.io, "User event"). It knows people by their number alone, and no purposes.
 *
 * @returns the body; undefined = this event has no such form
 */
export function userEventV2(_event: EventForGupshup): string | undefined {
  return undefined;
}
