export const moveUsage = `optledger move gupshup FILE --phone-code whole|national …
optledger move twilio FILE [--sms-names-whatsapp] …
optledger move klaviyo FILE [--channel whatsapp|sms] [--sms-names-whatsapp] …
optledger move spreadsheet FILE --phone COLUMN (--status COLUMN --yes WORDS --no WORDS | --all yes|no)
                          [--date COLUMN --date-format FORMAT [--time-zone ZONE]] [--document COLUMN] [--country CODE] [--digits]
                          [--delimiter ,|;|tab||] [--encoding utf-8|utf-16|windows-1252] …
  …  --purpose ID… (--notice ID@VERSION | --document-ref TEXT) | --noes-only
     [--noes all|marketing] [--undated TIME] [--out FOLDER]

  turns what another system knows into files of an import, with their mappings, and sends nothing (docs/moving.md)
  --phone-code          whether phoneCode of Gupshup's list is the whole number or the part behind the country code: look at one
  --channel             whose consent of a profile is read; whatsapp unless said
  --sms-names-whatsapp  the text that people agreed to for SMS named WhatsApp: without it no yes to SMS is moved
  --phone, --status, --date, --document   names of columns; --yes and --no their words, with commas between them
  --date-format         as a column writes its dates, e.g. iso, DD.MM.YYYY, "MM/DD/YYYY hh:mm A", excel-serial; --time-zone as Europe/Madrid
  --country             of numbers without a country code, e.g. MX; --digits: they have one, without a plus
  --purpose             what the yeses were for; may be given again
  --notice              the version of a notice that stands behind them; --document-ref: where their evidence lies
  --noes-only           moves only who said no
  --noes                what the noes are about; all unless said
  --undated             RFC 3339: the time of every yes without one, which you can prove; without it they are left out. Noes without a time
                        are of the moment when the file comes
  --out                 where the files go; "moved" unless said; none is written over
  exit code   0 every row was moved, 1 some were left out, 2 it could not be done`;
