import { scopes } from '../../lambdas/contract/routes.ts';

export const createKeyUsage = `optledger create-key --name NAME (--all | --scopes SCOPE,SCOPE) [--apps APP,APP] [--rate UNITS] [--table TABLE | --data FOLDER]

  makes an API key directly in a table, so that there is a first one, and shows it once
  --name      what the key is for, as it is listed
  --all       every scope
  --scopes    some of: ${scopes.join(', ')}
  --apps      only these apps; without it all apps, also later ones
  --rate      units that it may ask in a second, at least 500, instead of what the stage gives to every key
  --table     the table of a deployed stack (its output TableName), with the usual AWS_… variables;
              without it the running local mode (npm start)
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 made, 2 it could not be done`;
