export const startUsage = `optledger start [--port PORT] [--data FOLDER] [--lan [ADDRESS]] [--database URL] [--empty]
                [--loopback-callbacks]

  runs the whole product on this machine until Ctrl-C (docs/local-mode.md), and prints the line that opens its console
  --port      of the console and the API, 8787 by default; 0 takes a free one       (or OPTLEDGER_PORT)
  --data      the folder that keeps everything, .optledger by default               (or OPTLEDGER_DATA)
  --lan       shows the pages to phones in the network of this machine              (or OPTLEDGER_LAN=yes)
  --database  another DynamoDB in place of the embedded one                         (or DYNAMODB_ENDPOINT)
  --empty     begins with no business; without it the first start makes a shop to try things with
  --loopback-callbacks
              sends events to receivers on this machine too, http://127.0.0.1:PORT/… (docs/callbacks.md)
  exit code   0 it was stopped, 2 it could not start`;
