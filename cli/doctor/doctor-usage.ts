export const doctorUsage = `optledger doctor --stage STAGE [--json] [--skip AREA …]

  looks at a deployed stage with your own AWS credentials (the usual AWS_… variables or a profile), changes nothing, and says
  what is missing or broken, who is hurt, and what to do (docs/doctor.md)
  --json      the same for programs
  --skip      leaves an area out, by its name in the report; several times
  exit code   0 nothing is broken, 1 something is, 2 the stage could not be looked at`;
