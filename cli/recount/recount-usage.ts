export const recountUsage = `optledger recount [--app APP] [--table TABLE | --data FOLDER]

  counts anew how many people stand where: after an upgrade from a version without these counts, after going back a version and
  forward, and after a restore (docs/runbook.md). The stage goes on serving; until it is done no such figures are shown, and open
  windows for a day. May be stopped and repeated
  --app       only this app
  --table     the table of a deployed stage (its output TableName), with the usual AWS_… variables; without it the running
              local mode (npm start)
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 everybody was counted, 2 it could not be done`;
