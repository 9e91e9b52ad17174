export const curlUsage = `optledger curl [--data FOLDER]

  prints seven curl lines that work as they are on the running local mode: a business, an opt-in, a question, a list, an export,
  the words that people agree to, a link
  --data      the data folder of the running local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 printed, 2 it could not be done`;
