/** A failure that the caller can understand. The edge maps classes to HTTP; nothing here knows of HTTP. */
export abstract class DomainError extends Error {
  /** Stable kebab-case code. */
  abstract readonly code: string;
}

/** One fault of the input. */
export interface Fault {
  /** RFC 6901 pointer into the body, or the name of a query or path parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Well-formed input that says something impossible; carries all its faults. */
export class InvalidInputError extends DomainError {
  readonly code = 'invalid-input';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join(' '));
    this.faults = faults;
  }
}

/** Input that cannot be read at all: not JSON, not UTF-8, too deep. */
export class UnreadableInputError extends DomainError {
  readonly code = 'unreadable-input';
  /** The part of the request that cannot be read, where it has a name. */
  readonly pointer: string | undefined;
  constructor(detail: string, pointer?: string) {
    super(detail);
    this.pointer = pointer;
  }
}

/** Nothing there, or not yours: the two look the same. */
export class NotFoundError extends DomainError {
  readonly code = 'not-found';
}

/** The key does not carry the scope that the route needs. */
export class MissingScopeError extends DomainError {
  readonly code = 'missing-scope';
}

/** A call names identifiers of two known people. */
export class IdentityConflictError extends DomainError {
  readonly code = 'identity-conflict';
  readonly userIds: readonly string[];
  constructor(userIds: readonly string[]) {
    super(`These identifiers belong to different people: ${userIds.join(', ')}.`);
    this.userIds = userIds;
  }
}

/** The same event id came before with another content. */
export class EventIdReusedError extends DomainError {
  readonly code = 'event-id-reused';
}

/** Something with this name exists already, or was changed meanwhile. */
export class AlreadyExistsError extends DomainError {
  readonly code = 'already-exists';
  readonly pointer: string | undefined;
  constructor(detail: string, pointer?: string) {
    super(detail);
    this.pointer = pointer;
  }
}

/**
 * The store refuses what it was given, and will at every retry: text that it cannot hold, an item or a key that is too large. Never a
 * condition that failed, a conflict or a throttle.
 */
export class StoreRefusedError extends DomainError {
  readonly code = 'store-refused';
}

/** The store could not answer in time; the same call may be sent again. */
export class TryAgainError extends DomainError {
  readonly code = 'try-again';
  readonly retryAfterSeconds: number;
  constructor(detail: string, retryAfterSeconds = 1) {
    super(detail);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The identifier key of the stage is not the one with which its table was made: everybody would be a stranger, and every no forgotten.
 * Nothing is served until the right key is back; until then whoever can repeat does.
 */
export class WrongIdentifierKeyError extends TryAgainError {
  constructor() {
    super(
      'The identifier key of this stage is not the one of its table. Nothing is answered or recorded until the right key is back.',
      60,
    );
  }
}

/**
 * Something that the service needs for itself, a secret, did not come in time. Nothing was done; the next call asks for it again. What it was
 * is in `cause`, and nothing for the caller.
 */
export class NotReadyError extends TryAgainError {
  override name = 'NotReadyError';
  constructor(cause: Error) {
    super('The service did not get ready in time. Nothing was recorded by this call.', 2);
    this.cause = cause;
  }
}

/** Whether an error will be the same at every retry. */
export function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError && !(error instanceof TryAgainError);
}
