import { dataFile } from './database.ts';

/** Where local mode keeps everything: `OPTLEDGER_DATA`, or `.optledger` beside package.json. */
export const dataFolder = (): string => process.env.OPTLEDGER_DATA ?? dataFile();
