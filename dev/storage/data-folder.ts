import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `.optledger` beside package.json, wherever a command is called. */
const usualDataFolder = join(fileURLToPath(new URL('../..', import.meta.url)), '.optledger');

/** Where local mode keeps everything: what a flag names, else `OPTLEDGER_DATA`, else the usual folder. */
export const dataFolder = (named?: string): string => resolve(named || process.env.OPTLEDGER_DATA || usualDataFolder);

/** What a command of another terminal has to be told to find a data folder; nothing for the usual one. */
export const dataFlagFor = (folder: string): string => (folder === usualDataFolder ? '' : ` --data ${folder}`);

/**
 * Makes the folder if it is missing; only the user may look into it.
 *
 * @throws Error when it cannot be written, with what to do
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`The data folder ${folder} cannot be written${code}. Name another: npm start -- --data FOLDER`);
  }
}
