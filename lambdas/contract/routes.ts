/** The functions that are deployed: each is `lambdas/handlers/<name>.ts`. */
export type FunctionName =
  | 'authorizer'
  | 'admin'
  | 'consent'
  | 'eligibility'
  | 'users'
  | 'exports'
  | 'health'
  | 'docs'
  | 'console'
  | 'whatsapp-webhook'
  | 'sms-inbound'
  | 'twilio-webhook'
  | 'aws-whatsapp'
  | 'relay'
  | 'send-replies'
  | 'export-plan'
  | 'export-shard'
  | 'export-finish'
  | 'notices'
  | 'points'
  | 'pages'
  | 'count-charges'
  | 'publish-events'
  | 'gate'
  | 'telephone'
  | 'connect-flow'
  | 'imports'
  | 'import-steps'
  | 'callbacks'
  | 'deliver-events'
  | 'gupshup';

/** What an API key may be allowed to do. */
export const scopes = [
  'apps:read',
  'apps:write',
  'consent:write',
  'users:read',
  'eligibility:read',
  'exports:read',
  'exports:write',
  'collection:read',
  'collection:write',
  'links:write',
  'keys:write',
  'brand:write',
  'exports:counts',
  'people:write',
  'audit:read',
  'messages:send',
  'imports:read',
  'imports:write',
] as const;
export type Scope = (typeof scopes)[number];

export interface Route {
  /** `ANY` = what no other route takes. */
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ANY';
  /** API Gateway's spelling, `{name}` for a path parameter, `{name+}` for all that is left of the path. */
  readonly path: string;
  readonly handler: FunctionName;
  /** The scope that a key needs; `any` = a good key, whatever it may do; `public` = no key (the handler proves the caller by other means). */
  readonly scope: Scope | 'any' | 'public';
}

const app = '/v1/apps/{appId}';

const written = [
  { method: 'GET', path: '/health', handler: 'health', scope: 'public' },
  { method: 'GET', path: '/openapi.json', handler: 'docs', scope: 'public' },
  { method: 'GET', path: '/docs/api', handler: 'docs', scope: 'public' },
  { method: 'GET', path: '/docs/problems', handler: 'docs', scope: 'public' },
  { method: 'GET', path: '/console', handler: 'console', scope: 'public' },
  { method: 'GET', path: '/console/{file+}', handler: 'console', scope: 'public' },

  { method: 'POST', path: '/v1/apps', handler: 'admin', scope: 'apps:write' },
  { method: 'GET', path: '/v1/apps', handler: 'admin', scope: 'apps:read' },
  { method: 'GET', path: app, handler: 'admin', scope: 'apps:read' },
  { method: 'PATCH', path: app, handler: 'admin', scope: 'brand:write' },
  { method: 'POST', path: `${app}/automated-message/preview`, handler: 'admin', scope: 'apps:read' },

  { method: 'POST', path: '/v1/keys', handler: 'admin', scope: 'keys:write' },
  { method: 'GET', path: '/v1/keys', handler: 'admin', scope: 'keys:write' },
  { method: 'PATCH', path: '/v1/keys/{keyId}', handler: 'admin', scope: 'keys:write' },
  { method: 'POST', path: '/v1/keys/{keyId}/rotate', handler: 'admin', scope: 'keys:write' },
  { method: 'DELETE', path: '/v1/keys/{keyId}', handler: 'admin', scope: 'keys:write' },

  { method: 'GET', path: '/v1/sign-in', handler: 'health', scope: 'public' },
  { method: 'GET', path: '/v1/me', handler: 'admin', scope: 'any' },
  { method: 'POST', path: '/v1/people', handler: 'admin', scope: 'people:write' },
  { method: 'GET', path: '/v1/people', handler: 'admin', scope: 'people:write' },
  { method: 'PATCH', path: '/v1/people/{personId}', handler: 'admin', scope: 'people:write' },
  { method: 'DELETE', path: '/v1/people/{personId}', handler: 'admin', scope: 'people:write' },
  { method: 'GET', path: '/v1/audit', handler: 'admin', scope: 'audit:read' },

  { method: 'POST', path: `${app}/opt-ins`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/opt-ins/bulk`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/opt-outs`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/opt-outs/bulk`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/suppressions`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/suppressions/lift`, handler: 'consent', scope: 'consent:write' },

  { method: 'POST', path: `${app}/eligibility`, handler: 'eligibility', scope: 'eligibility:read' },
  { method: 'POST', path: `${app}/eligibility/bulk`, handler: 'eligibility', scope: 'eligibility:read' },

  { method: 'GET', path: '/v1/country-rules', handler: 'eligibility', scope: 'any' },

  { method: 'GET', path: `${app}/users`, handler: 'users', scope: 'users:read' },
  { method: 'POST', path: `${app}/users/search`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/users/{userId}`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/users/{userId}/statements`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/users/{userId}/timeline`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/handovers`, handler: 'users', scope: 'users:read' },
  { method: 'PUT', path: `${app}/users/{userId}/handover`, handler: 'consent', scope: 'consent:write' },
  { method: 'DELETE', path: `${app}/users/{userId}/handover`, handler: 'consent', scope: 'consent:write' },
  { method: 'GET', path: `${app}/users/{userId}/sends`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/users/{userId}/gate-decisions`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/gate-decisions`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/gate-decisions/{decisionId}`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/unclear-stops`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/attention`, handler: 'users', scope: 'users:read' },
  { method: 'GET', path: `${app}/withdrawals`, handler: 'users', scope: 'users:read' },

  { method: 'GET', path: `${app}/kept-aside`, handler: 'users', scope: 'users:read' },
  { method: 'POST', path: `${app}/kept-aside/{asideId}/hear`, handler: 'consent', scope: 'consent:write' },
  { method: 'POST', path: `${app}/kept-aside/{asideId}/no`, handler: 'consent', scope: 'consent:write' },

  { method: 'POST', path: `${app}/exports`, handler: 'exports', scope: 'exports:write' },
  { method: 'GET', path: `${app}/exports`, handler: 'exports', scope: 'exports:counts' },
  { method: 'GET', path: `${app}/exports/{exportId}`, handler: 'exports', scope: 'exports:counts' },
  { method: 'POST', path: `${app}/export-schedules`, handler: 'exports', scope: 'exports:write' },
  { method: 'GET', path: `${app}/export-schedules`, handler: 'exports', scope: 'exports:counts' },
  { method: 'GET', path: `${app}/export-schedules/{scheduleId}`, handler: 'exports', scope: 'exports:counts' },
  { method: 'PATCH', path: `${app}/export-schedules/{scheduleId}`, handler: 'exports', scope: 'exports:write' },
  { method: 'DELETE', path: `${app}/export-schedules/{scheduleId}`, handler: 'exports', scope: 'exports:write' },

  { method: 'POST', path: `${app}/imports`, handler: 'imports', scope: 'imports:write' },
  { method: 'GET', path: `${app}/imports`, handler: 'imports', scope: 'imports:read' },
  { method: 'GET', path: `${app}/imports/{importId}`, handler: 'imports', scope: 'imports:read' },
  { method: 'PUT', path: `${app}/imports/{importId}/file`, handler: 'imports', scope: 'imports:write' },
  { method: 'POST', path: `${app}/imports/{importId}/dry-run`, handler: 'imports', scope: 'imports:write' },
  { method: 'POST', path: `${app}/imports/{importId}/apply`, handler: 'imports', scope: 'imports:write' },
  { method: 'POST', path: `${app}/imports/{importId}/undo`, handler: 'imports', scope: 'imports:write' },

  { method: 'POST', path: `${app}/notices`, handler: 'notices', scope: 'collection:write' },
  { method: 'GET', path: `${app}/notices`, handler: 'notices', scope: 'collection:read' },
  { method: 'GET', path: `${app}/notices/starter`, handler: 'notices', scope: 'collection:read' },
  { method: 'POST', path: `${app}/notices/lint`, handler: 'notices', scope: 'collection:read' },
  { method: 'GET', path: `${app}/notices/{noticeId}`, handler: 'notices', scope: 'collection:read' },
  { method: 'GET', path: `${app}/notices/{noticeId}/versions/{version}`, handler: 'notices', scope: 'collection:read' },
  { method: 'GET', path: `${app}/template-texts`, handler: 'notices', scope: 'collection:read' },

  { method: 'GET', path: `${app}/counts`, handler: 'points', scope: 'collection:read' },
  { method: 'POST', path: `${app}/points`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/points`, handler: 'points', scope: 'collection:read' },
  { method: 'GET', path: `${app}/points/{pointId}`, handler: 'points', scope: 'collection:read' },
  { method: 'PATCH', path: `${app}/points/{pointId}`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/points/{pointId}/counts`, handler: 'points', scope: 'collection:read' },
  { method: 'GET', path: `${app}/points/{pointId}/qr.svg`, handler: 'points', scope: 'collection:read' },
  { method: 'GET', path: `${app}/points/{pointId}/qr.png`, handler: 'points', scope: 'collection:read' },
  { method: 'GET', path: `${app}/points/{pointId}/poster.svg`, handler: 'points', scope: 'collection:read' },
  { method: 'POST', path: `${app}/points/{pointId}/meta-link`, handler: 'points', scope: 'collection:write' },
  { method: 'DELETE', path: `${app}/points/{pointId}/meta-link`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/meta-links`, handler: 'points', scope: 'collection:read' },
  { method: 'POST', path: `${app}/signups`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/signups`, handler: 'points', scope: 'collection:read' },
  { method: 'GET', path: `${app}/signups/{signupId}`, handler: 'points', scope: 'collection:read' },
  { method: 'PATCH', path: `${app}/signups/{signupId}`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/templates`, handler: 'points', scope: 'collection:read' },
  { method: 'POST', path: `${app}/templates/refresh`, handler: 'points', scope: 'collection:write' },
  { method: 'GET', path: `${app}/templates/{templateId}`, handler: 'points', scope: 'collection:read' },
  { method: 'PATCH', path: `${app}/templates/{templateId}`, handler: 'points', scope: 'collection:write' },
  { method: 'POST', path: `${app}/personal-links`, handler: 'points', scope: 'links:write' },
  { method: 'POST', path: `${app}/personal-links/bulk`, handler: 'points', scope: 'links:write' },
  { method: 'POST', path: `${app}/prompts`, handler: 'points', scope: 'links:write' },

  { method: 'GET', path: `${app}/spoken-notice`, handler: 'admin', scope: 'collection:read' },
  { method: 'POST', path: `${app}/call-hooks`, handler: 'admin', scope: 'apps:write' },
  { method: 'GET', path: `${app}/call-hooks`, handler: 'admin', scope: 'apps:read' },
  { method: 'POST', path: `${app}/call-hooks/{hookId}/rotate`, handler: 'admin', scope: 'apps:write' },
  { method: 'DELETE', path: `${app}/call-hooks/{hookId}`, handler: 'admin', scope: 'apps:write' },

  { method: 'POST', path: `${app}/callbacks`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'GET', path: `${app}/callbacks`, handler: 'callbacks', scope: 'apps:read' },
  { method: 'GET', path: `${app}/callbacks/{endpointId}`, handler: 'callbacks', scope: 'apps:read' },
  { method: 'PATCH', path: `${app}/callbacks/{endpointId}`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'DELETE', path: `${app}/callbacks/{endpointId}`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'POST', path: `${app}/callbacks/{endpointId}/rotate`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'GET', path: `${app}/callbacks/{endpointId}/secret`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'POST', path: `${app}/callbacks/{endpointId}/test`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'POST', path: `${app}/callbacks/{endpointId}/replay`, handler: 'callbacks', scope: 'apps:write' },
  { method: 'GET', path: `${app}/callbacks/{endpointId}/deliveries`, handler: 'callbacks', scope: 'apps:read' },
  {
    method: 'GET',
    path: `${app}/callbacks/{endpointId}/deliveries/{deliveryId}`,
    handler: 'callbacks',
    // With what was sent, which may name people and say what they wrote.
    scope: 'users:read',
  },
  { method: 'GET', path: '/v1/event-types', handler: 'callbacks', scope: 'any' },

  { method: 'GET', path: '/l/{token}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/q/{token}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/o/{token}', handler: 'pages', scope: 'public' },
  { method: 'POST', path: '/o/{token}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/o/{token}/poster', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/o/{token}/{code}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/me/{link}', handler: 'pages', scope: 'public' },
  { method: 'POST', path: '/me/{link}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/logo/{logo}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/widget.js', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/w/{token}', handler: 'pages', scope: 'public' },
  { method: 'POST', path: '/w/{token}', handler: 'pages', scope: 'public' },
  { method: 'GET', path: '/w/{token}/{code}', handler: 'pages', scope: 'public' },
  { method: 'POST', path: '/w/{token}/opened', handler: 'pages', scope: 'public' },

  { method: 'GET', path: '/webhooks/whatsapp', handler: 'whatsapp-webhook', scope: 'public' },
  { method: 'POST', path: '/webhooks/whatsapp', handler: 'whatsapp-webhook', scope: 'public' },
  { method: 'POST', path: '/webhooks/twilio/{appId}/voice/missed-call', handler: 'telephone', scope: 'public' },
  { method: 'POST', path: '/webhooks/twilio/{appId}/voice/ivr', handler: 'telephone', scope: 'public' },
  { method: 'GET', path: '/webhooks/calls/{appId}/{secret}', handler: 'telephone', scope: 'public' },
  { method: 'POST', path: '/webhooks/calls/{appId}/{secret}', handler: 'telephone', scope: 'public' },
  { method: 'POST', path: '/webhooks/twilio/{appId}/messages', handler: 'twilio-webhook', scope: 'public' },
  { method: 'POST', path: '/webhooks/twilio/{appId}/status', handler: 'twilio-webhook', scope: 'public' },

  // Gupshup's own paths: the key is checked by the function, which answers in Gupshup's form (docs/gupshup.md).
  { method: 'POST', path: '/sm/api/v1/app/opt/in/{appName}', handler: 'gupshup', scope: 'public' },
  { method: 'POST', path: '/sm/api/v1/app/opt/out/{appName}', handler: 'gupshup', scope: 'public' },
  { method: 'GET', path: '/sm/api/v1/users/{appName}', handler: 'gupshup', scope: 'public' },
  { method: 'GET', path: '/GatewayAPI/rest', handler: 'gupshup', scope: 'public' },
  { method: 'POST', path: '/GatewayAPI/rest', handler: 'gupshup', scope: 'public' },
  { method: 'POST', path: '/webhooks/gupshup/{appId}/{secret}', handler: 'gupshup', scope: 'public' },

  // The send gate checks the key itself, for it answers in Meta's words. The last one is greedy, so that every path of ours wins over it.
  { method: 'POST', path: '/{graphVersion}/{phoneNumberId}/messages', handler: 'gate', scope: 'public' },
  { method: 'POST', path: '/{graphVersion}/{phoneNumberId}/marketing_messages', handler: 'gate', scope: 'public' },
  { method: 'ANY', path: '/{graph+}', handler: 'gate', scope: 'public' },
] as const satisfies readonly Route[];

/**
 * Every route, once: CDK, the functions, local mode and the tests read this list. Wherever GET answers, HEAD does, for API Gateway
 * tells routes apart by method and link checkers, mail scanners and monitors ask so (RFC 9110, 9.3.2).
 */
export const routes: readonly Route[] = written.flatMap((route: Route) =>
  route.method === 'GET' ? [route, { ...route, method: 'HEAD' }] : [route],
);

type KeyOf<R> = R extends { readonly method: infer M extends string; readonly path: infer P extends string }
  ? `${M} ${P}`
  : never;

/** `METHOD path`, API Gateway's route key; a HEAD is what the GET of its path is, and has no key of its own here. */
export type RouteKey = KeyOf<(typeof written)[number]>;

type ParametersIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}+` ? Bare : Name) | ParametersIn<Rest>
  : never;

/** The names of the parameters in the path of a route. */
export type PathParameterOf<Key extends RouteKey> = ParametersIn<Key>;
export type PathParameter = ParametersIn<RouteKey>;
