export const simulateUsage = `optledger simulate ACT … [--data FOLDER]

  does to a running local mode what the world outside does, and says what came of it (docs/local-mode.md)

  whatsapp    --from WA_ID [--bsuid BSUID] [--app APP] [--at TIME] "TEXT"
  whatsapp    --from WA_ID --link 'https://wa.me/…' ["EDITED TEXT"]       send what a link of a page has ready
  edit        --from WA_ID "NEW TEXT"                                   change what this person wrote last
  button      --from WA_ID --payload ID [--title TEXT] [--template]     tap a button of ours, or of a template
  list        --from WA_ID --row ID [--title TEXT] [--description TEXT] choose a row of a list of ours
  flow        --from WA_ID '{"flow_token": "…"}'                        send a form of ours
  welcome     --from WA_ID                                              open the chat for the first time, and write nothing
  offer       --to WA_ID --purpose PURPOSE [--name NAME] [--payload ID …] "WORDS"
                                                                        be the business: ask "may I?", and send only after a yes
  status      --to WA_ID [--error 131050] [--entry-point]               what became of our last message to them
  refuse      --to WA_ID --code 131049                                  the next message of ours to them is not taken
  preference  stop|resume --from WA_ID                                  WhatsApp's own switch for marketing
  ad-click    --from WA_ID --ad AD_ID [--post] [--headline TEXT] "TEXT"  come by an ad or post, and send its words or others
  signup      SIGNUP_ID --from WA_ID                                    sign up by an In-App Signup
  call        --from WA_ID                                              a call that nobody takes
  missed-call --from WA_ID [--to +NUMBER] [--by twilio|exotel]          a call on the telephone that nobody takes
  ivr         --from WA_ID [--digits 1] [--locale es] [--by twilio|exotel|connect]
                                                                        hear the menu, and press a key
  template    NAME BECOMES [--language en_US] [--in 24h]                  marketing, utility, paused, approved, red …
  sms         --from +NUMBER --to +NUMBER "TEXT"
  clock       +25h | -10m | +2d | reset                                 moves our rules' clock, never signatures
  tick        SCHEDULE_ID                                               fires an export schedule now
  sent                                                                  what would have been sent
  sample      [discard]                                                 the same as: optledger sample

  --from      digits only, as WhatsApp writes it: 5215512345678; --bsuid beside it or in its place, but with status and sms
  --username  what the person calls themself; with it Meta shows no number, so --bsuid stands in place of --from
  --answers   the message of ours that a button, row or form belongs to: an id from "sent"
  --app       the id of an app, or Meta's phone number id; may be left out where one app has a WhatsApp number
  --at        when it happened, in place of now: 2026-11-20T10:00:00-06:00
  --data      the data folder of the local mode, .optledger by default (or OPTLEDGER_DATA)
  A text that begins with a hyphen stands after --.
  exit code   0 it was heard, 1 nobody heard it or it was refused, 2 it could not be done`;
