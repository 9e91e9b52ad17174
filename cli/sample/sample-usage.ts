export const sampleUsage = `optledger sample [discard] [--data FOLDER]

  makes a business with a year of made-up data beside yours, or opens it again, and prints its address; discard throws it away
  --data      the data folder of the running local mode, .optledger by default (or OPTLEDGER_DATA)
  exit code   0 done, 2 it could not be done`;
