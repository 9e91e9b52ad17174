export const pairsUsage = `optledger pairs settle [--table TABLE --identifier-key-secret SECRET | --data FOLDER]

  looks once at every pair of number and BSUID that a version before stored without a payload that shows both: proven by the
  ledger, or split into two people (docs/deploy.md). May be stopped and repeated
  --table     the table of a deployed stage (its output TableName), with the usual AWS_… variables; without it the running
              local mode (npm start)
  --identifier-key-secret   the stage's secret with the identifier key, by name or ARN
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 everybody was looked at, 1 somebody could not be settled, 2 it could not be done`;
