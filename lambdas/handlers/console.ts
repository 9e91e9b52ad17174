import { environment } from '../contract/environment.ts';
import { type ConsoleFiles, readConsoleFiles } from '../edge/console/console-files.ts';
import { consoleRoutes } from '../edge/console/console-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';

interface ConsoleDeps {
  readonly files: ConsoleFiles;
  /** Base URL of the pages of the user pool. @default - nobody signs in */
  readonly signInUrl?: string | undefined;
}

/** The files of the console; asks nothing else. */
export const console = ({ files, signInUrl }: ConsoleDeps) => httpEndpoint(consoleRoutes(files, signInUrl));

export const handler = coldStart(
  () => ({
    files: readConsoleFiles(new URL(requireEnv(environment.consoleFiles), import.meta.url)),
    signInUrl: process.env[environment.signInUrl],
  }),
  console,
);
