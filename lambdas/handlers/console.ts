import { environment } from '../contract/environment.ts';
import { type ConsoleFiles, readConsoleFiles } from '../edge/console/console-files.ts';
import { type ConsoleNeighbours, consoleRoutes } from '../edge/console/console-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';

interface ConsoleDeps extends ConsoleNeighbours {
  readonly files: ConsoleFiles;
}

/** The files of the console; asks nothing else. */
export const console = ({ files, ...neighbours }: ConsoleDeps) => httpEndpoint(consoleRoutes(files, neighbours));

export const handler = coldStart(
  () => ({
    files: readConsoleFiles(new URL(requireEnv(environment.consoleFiles), import.meta.url)),
    signInUrl: process.env[environment.signInUrl],
    uploadUrl: process.env[environment.consoleUploadUrl],
  }),
  console,
);
