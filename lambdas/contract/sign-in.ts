/** The groups of the user pool: one for each role (`domain/operators/roles.ts`; a test holds them together). */
export const signInGroups = ['owner', 'marketer', 'support', 'auditor'] as const;
