export type { components, operations, paths } from './api.ts';
export { type ClientOptions, createClient, type OptLedgerClient } from './create-client.ts';
export { dataOf } from './data-of.ts';
export { eachOf } from './each-of.ts';
export { type Fault, ProblemError } from './problem-error.ts';
