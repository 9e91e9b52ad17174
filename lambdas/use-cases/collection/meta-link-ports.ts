/** A short link that Meta keeps for a WhatsApp number (`wa.me/message/…`), with the text that its chat begins with. */
export interface MetaLink {
  readonly code: string;
  readonly url: string;
  readonly message: string;
}

/**
 * Meta's own short links. `phoneNumberId` is Meta's id of the number.
 * Everything throws MetaNotSetUpError without an access token, MetaRefusedError when Meta refuses, and TryAgainError when it does not
 * answer in time: then it is not known whether it was done.
 */
export interface MetaLinks {
  create(phoneNumberId: string, message: string): Promise<MetaLink>;
  find(phoneNumberId: string, code: string): Promise<MetaLink | undefined>;
  /** Gives a link another text. */
  change(phoneNumberId: string, code: string, message: string): Promise<MetaLink>;
  remove(phoneNumberId: string, code: string): Promise<void>;
  /** At most `limit` links and never more than 25, in Meta's order. @param after `next` of the page before */
  page(
    phoneNumberId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly links: readonly MetaLink[]; readonly next?: string }>;
}
