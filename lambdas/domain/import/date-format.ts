/** Days as files write them. */
export const dayFormats = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'MM/DD/YYYY',
  'MM-DD-YYYY',
] as const;
type DayFormat = (typeof dayFormats)[number];

/** What may stand behind a day. Hours are of 24, or of 12 with `AM` or `PM`. */
export const timeFormats = ['HH:mm', 'HH:mm:ss', 'hh:mm A', 'hh:mm:ss A'] as const;
type TimeFormat = (typeof timeFormats)[number];

/** Moments that need no time zone, and the day numbers of spreadsheets (1900 system), which do. */
export const momentFormats = ['iso', 'unix-s', 'unix-ms', 'excel-serial'] as const;

/** How a column writes its dates. Named for a column and never guessed. */
export type DateFormat = DayFormat | `${DayFormat} ${TimeFormat}` | (typeof momentFormats)[number];

export const dateFormats: readonly DateFormat[] = [
  ...dayFormats,
  ...dayFormats.flatMap((day) => timeFormats.map((time) => `${day} ${time}` as const)),
  ...momentFormats,
];
