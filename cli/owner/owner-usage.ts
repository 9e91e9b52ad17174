export const ownerUsage = `optledger owner --stage STAGE --email ADDRESS

  appoints the first owner of a stage with a user pool (docs/people.md), or one more: the pool writes to the address. By whoever may
  write to the table and call the pool's admin calls, with the usual AWS_… variables. May be repeated
  exit code   0 an owner, 1 somebody of another role has this address, 2 it could not be done`;
