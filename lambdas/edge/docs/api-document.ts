/** What we write of OpenAPI 3.1, and what the pages read of it. Texts named `description` are Markdown. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
  };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly security: readonly SecurityNeed[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: ApiOperation } };
  readonly components: {
    readonly securitySchemes: { readonly [name: string]: object };
    readonly parameters: { readonly [name: string]: ApiParameter };
    readonly headers: { readonly [name: string]: ApiHeader };
    readonly responses: { readonly [name: string]: ApiResponse };
    readonly schemas: { readonly [name: string]: ApiSchema };
  };
  /** Every code of a problem, as `/docs/problems` shows them. */
  readonly 'x-problems': { readonly introduction: string; readonly codes: readonly ApiProblem[] };
}

export interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly description: string;
}

export type SecurityNeed = { readonly [scheme: string]: readonly string[] };

export interface Reference {
  readonly $ref: string;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly SecurityNeed[];
  readonly parameters?: readonly (ApiParameter | Reference)[];
  readonly requestBody?: { readonly required: boolean; readonly content: ApiContent };
  readonly responses: { readonly [status: string]: ApiResponse | Reference };
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: ApiSchema;
}

export interface ApiHeader {
  readonly description: string;
  readonly schema: ApiSchema;
}

export interface ApiResponse {
  readonly description: string;
  readonly headers?: { readonly [name: string]: ApiHeader | Reference };
  readonly content?: ApiContent;
}

export type ApiContent = {
  readonly [type: string]: { readonly schema: ApiSchema; readonly examples?: { readonly [name: string]: ApiExample } };
};

export interface ApiExample {
  readonly summary?: string;
  readonly value: unknown;
}

/** JSON Schema of the dialect 2020-12, as far as we write it. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [name: string]: ApiSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ApiSchema;
  readonly propertyNames?: ApiSchema;
  readonly items?: ApiSchema;
  readonly oneOf?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  readonly allOf?: readonly ApiSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}
