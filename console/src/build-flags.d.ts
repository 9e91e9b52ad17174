/** Whether this is the console of local mode; `lib/bundling/build-console.ts` sets it. */
declare const __LOCAL_MODE__: boolean;
