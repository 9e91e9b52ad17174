export const asideUsage = `optledger aside list [--day DAY] [--parts] [--table TABLE | --data FOLDER]
optledger aside retry (ID … | --day DAY | --all) [--table TABLE --identifier-key-secret SECRET] [--data FOLDER]

  lists what was signed and could not be used, and hears it again by today's understanding (docs/runbook.md)
  --day       UTC, e.g. 2026-11-21; without it the last 90 days
  --parts     shows also what was received: personal data
  --table     the table of a deployed stage (its output TableName), with the usual AWS_… variables; without it the running
              local mode (npm start)
  --identifier-key-secret   the stage's secret with the identifier key, by name or ARN
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 everything asked for was stored (or listed), 1 something is still kept, 2 it could not be done`;
