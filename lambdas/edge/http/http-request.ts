import type * as z from 'zod';
import type { PathParameter, PathParameterOf, RouteKey } from '../../contract/routes.ts';
import type { Caller } from '../../domain/api-key/api-key.ts';
import type { Fault } from '../../domain/errors.ts';
import type { JsonObject } from './parse-body.ts';

/**
 * A call whose key, scope and app were checked.
 *
 * @typeParam Names the path parameters of its route
 * @typeParam Query, Body, Item what the schemas of its declaration make of the query, the body, and one item of a bulk body
 */
export interface HttpRequest<Names extends string = never, Query = unknown, Body = unknown, Item = unknown> {
  readonly requestId: string;
  readonly routeKey: RouteKey;
  /** As it came: a route may take any. */
  readonly method: string;
  /** Whether only the headers are asked for: whoever asks so does not visit, and nothing may be counted. */
  readonly isHead: boolean;
  /** Decoded. */
  readonly path: { readonly [Name in Names]: string };
  /** The query by its schema. Throws InvalidInputError with all faults. */
  readonly query: () => Query;
  /** The body by its schema. Throws what `json` does, and InvalidInputError with all faults, `more` among them. */
  readonly body: (more?: readonly Fault[]) => Body;
  /** One item of a bulk body by its schema. Throws InvalidInputError with all faults, `more` among them. */
  readonly item: (given: JsonObject, more?: readonly Fault[]) => Item;
  /** The JSON object of the body, before it is known to be right. Throws UnreadableInputError and the like. */
  readonly json: () => JsonObject;
  /** The fields of a posted form, at most 16 KiB; throws UnsupportedMediaTypeError and the like. */
  readonly form: () => URLSearchParams;
  /** The body as it came over the wire. */
  readonly bytes: () => Buffer;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly rawQuery: { readonly [name: string]: string | undefined };
  readonly rawQueryString: string;
  readonly sourceIp: string;
  /** The key that calls. On a public route: one that may do nothing. */
  readonly caller: Caller;
}

export interface HttpResponse {
  readonly status: number;
  /** An object is sent as JSON, a string as plain text, bytes as they are; a content type among the headers wins. */
  readonly body?: object | string | Uint8Array;
  /** Names in lower case. */
  readonly headers?: { readonly [name: string]: string };
}

/** What a route reads at run time: the same schemas and words as in its declaration (`Operation`). */
export interface Reads {
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly item?: z.ZodType;
  /** The header `Idempotency-Key` is the `eventId` of a body that has none. */
  readonly idempotencyKey?: true;
  /** No body at all is an empty one. */
  readonly bodyIsOptional?: true;
}

/** What a route does. A method's type, so that a table of acts that know more of their request is a table. */
type Act<Request extends HttpRequest> = {
  act(request: Request): Promise<HttpResponse> | HttpResponse;
}['act'];

/** What a route reads and does. */
export interface ReadingRoute<Request extends HttpRequest = HttpRequest<PathParameter>> extends Reads {
  readonly act: Act<Request>;
}

/** The routes of a function: what each reads and does; only an act = it reads nothing by a schema. */
export type RouteTable = {
  readonly [Key in RouteKey]?: Act<HttpRequest<PathParameterOf<Key>>> | ReadingRoute<HttpRequest<PathParameterOf<Key>>>;
};
