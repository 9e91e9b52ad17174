/** The value of an environment variable. Throws an error that names it when it is missing or empty: call it in a cold start only. */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
