import { DomainError } from '../../domain/errors.ts';

/** No key, or none that the authorizer let through. */
export class UnauthenticatedError extends DomainError {
  readonly code = 'unauthenticated';
}

/** One source came with more wrong keys than mistakes explain. */
export class TooManyBadKeysError extends DomainError {
  readonly code = 'too-many-bad-keys';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('Too many wrong API keys came from this address.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** More bytes than a body may have. */
export class BodyTooLargeError extends DomainError {
  readonly code = 'body-too-large';
}

/** A body that says itself that it is not JSON. */
export class UnsupportedMediaTypeError extends DomainError {
  readonly code = 'unsupported-media-type';
}

/** A page of another origin than those that the collection point names wants to show it. */
export class ForeignOriginError extends DomainError {
  readonly code = 'foreign-origin';
}

/** What was here is somewhere else now, and not the same. */
export class MovedError extends DomainError {
  readonly code = 'moved';
  readonly url: string;
  constructor(message: string, url: string) {
    super(message);
    this.url = url;
  }
}

/** A request came round the proxy that stands before the API, or without saying whose it is. */
export class NotByProxyError extends DomainError {
  readonly code = 'not-by-proxy';
}

/** The path is ours, and the method is none that it has. */
export class MethodNotAllowedError extends DomainError {
  readonly code = 'method-not-allowed';
  readonly allowed: readonly string[];
  constructor(allowed: readonly string[]) {
    super(`This path takes ${allowed.join(', ')}.`);
    this.allowed = allowed;
  }
}
