import { environment } from '../contract/environment.ts';
import { healthRoutes, type SignInPlace } from '../edge/api/health/health-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';

/** Says that the API answers, and how people sign in. */
export const health = ({ signIn }: { readonly signIn?: SignInPlace | undefined } = {}) =>
  httpEndpoint(healthRoutes(signIn));

export const handler = coldStart(() => {
  const issuer = process.env[environment.signInIssuer];
  if (issuer === undefined) return {};
  return {
    signIn: {
      issuer,
      clientId: requireEnv(environment.signInClient),
      url: requireEnv(environment.signInUrl),
      returnUrl: requireEnv(environment.signInReturnUrl),
    },
  };
}, health);
