import * as z from 'zod';

/** How people sign in here. */
export const signInAnswer = z.object({
  method: z.enum(['keys', 'user-pool']).meta({ description: '`keys`: nobody signs in, only API keys are good.' }),
  issuer: z.string().optional(),
  clientId: z.string().optional(),
  authorizeUrl: z.string().optional().meta({ description: 'Authorization code with PKCE, S256.' }),
  tokenUrl: z.string().optional(),
  revokeUrl: z.string().optional(),
  logoutUrl: z.string().optional(),
  returnUrl: z.string().optional().meta({ description: 'The `redirect_uri`, and the `logout_uri`.' }),
  scope: z
    .string()
    .optional()
    .meta({ description: 'What to ask for.', examples: ['openid email'] }),
});
