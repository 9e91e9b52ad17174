export const reconcileUsage = `optledger reconcile [--write] [--table TABLE --identifier-key-secret SECRET | --data FOLDER]

  reads a whole table that was restored, and makes ledger, state, rows, withdrawals, pointers and windows agree again: a restore
  may hold a part of a transaction (docs/runbook.md). Without --write it only says what it would mend. Run it before the stage
  serves; may be stopped and repeated. Names people by userId, else by the place in the table, and says nothing of what they said
  --table     the table of a deployed stage (its output TableName), with the usual AWS_… variables; without it the running
              local mode (npm start)
  --identifier-key-secret   the secret with the identifier key, by name or ARN
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 everything agrees (after --write: by now), 1 something was found and not mended, 2 it could not be done`;
