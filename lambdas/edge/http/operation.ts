import type * as z from 'zod';
import type { PathParameterOf, RouteKey } from '../../contract/routes.ts';
import type { ProblemCode } from './error-response.ts';
import type { HttpRequest, Reads } from './http-request.ts';

/** An answer with one status. Without `body` and `contentType` it has no body. */
export interface DeclaredAnswer {
  readonly description: string;
  /** Of the JSON body. Plain: without transforms. */
  readonly body?: z.ZodType;
  /** Of a body that is no JSON. */
  readonly contentType?: string;
  /** Headers worth telling by their names (`Idempotency-Replayed`), and what each says. */
  readonly headers?: { readonly [name: string]: string };
  readonly example?: unknown;
}

/**
 * What a route is to a developer: what it takes, what it answers, and how it can fail. Declarations are read by the build and by tests, and
 * by the code that runs as types only, so that none of their words is deployed.
 */
export interface Operation extends Reads {
  /** One line, an imperative sentence without a stop. */
  readonly summary: string;
  readonly description: string;
  /** Of the body. */
  readonly example?: unknown;
  /** What is looked at and never refused, as pages do: fields of a query or a form. */
  readonly lenient?: { readonly query?: z.ZodObject; readonly form?: z.ZodObject };
  /** A body that is another's to describe, as those of webhooks are. */
  readonly foreignBody?: { readonly contentType: string; readonly description: string };
  readonly answers: { readonly [status: number]: DeclaredAnswer };
  /** Codes of `docs/problems.md` beyond those of every route of its kind (`problemsOf`). */
  readonly problems: readonly ProblemCode[];
}

/** The declarations of a capability. */
export type Operations = { readonly [Key in RouteKey]?: Operation };

/** The routes of a capability as its declarations have them: the same schemas, and an act whose answers fit. */
export type RoutesOf<Declared extends Operations> = {
  readonly [Key in keyof Declared & RouteKey]: RouteOf<Key, Extract<Declared[Key], Operation>>;
};

/** An act; with what it reads, if that is anything by a schema. */
type RouteOf<Key extends RouteKey, Op extends Operation> = [keyof Op & keyof Reads] extends [never]
  ? ActOf<Key, Op>
  : { readonly [Name in keyof Op & keyof Reads]: Op[Name] } & { readonly act: ActOf<Key, Op> };

type ActOf<Key extends RouteKey, Op extends Operation> = (
  request: RequestOf<Key, Op>,
) => Promise<AnswerOf<Op>> | AnswerOf<Op>;

/** The request of a declared route. */
export type RequestOf<Key extends RouteKey, Op> = HttpRequest<
  PathParameterOf<Key>,
  Read<Op, 'query'>,
  Read<Op, 'body'>,
  Read<Op, 'item'>
>;

type Read<Op, Name extends keyof Reads> = Op extends { readonly [N in Name]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never;

/** An answer of a declared route. */
export type AnswerOf<Op extends Operation> = {
  [Status in keyof Op['answers'] & number]: { readonly status: Status } & BodyOf<Op['answers'][Status]> &
    HeadersOf<Op['answers'][Status]>;
}[keyof Op['answers'] & number];

type BodyOf<Answer> = Answer extends { readonly body: infer Schema extends z.ZodType }
  ? { readonly body: View<Schema> }
  : Answer extends { readonly contentType: string }
    ? { readonly body: string | Uint8Array }
    : { readonly body?: undefined };

type HeadersOf<Answer> = Answer extends { readonly contentType: string }
  ? { readonly headers?: { readonly [name: string]: string } }
  : Answer extends { readonly headers: infer Names }
    ? { readonly headers?: { readonly [Name in keyof Names & string as Lowercase<Name>]?: string } }
    : { readonly headers?: undefined };

/** What an answer schema describes, as a view makes it. */
export type View<Schema extends z.ZodType> = Frozen<z.output<Schema>>;

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Frozen<Value[Name]> }
    : Value;
