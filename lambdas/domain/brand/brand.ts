/** The kinds of picture that a logo may be, by their media types. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const;
export type LogoType = (typeof logoTypes)[number];

/** A logo as settings name it. The picture itself lies apart, under its hash, so that no request but for it reads it. */
export interface Logo {
  /** SHA-256 of the bytes that are served, base64url. */
  readonly hash: string;
  readonly type: LogoType;
  /** Pixels; of an SVG what it says of itself, or the proportions of its view box. */
  readonly width: number;
  readonly height: number;
}

/** The face of a business on everything that people see: its pages, the widget, posters, previews. */
export interface Brand {
  readonly logo?: Logo;
  /** Of buttons and ticks, `#rrggbb`; in both schemes unless there is one for the dark. */
  readonly accent?: string;
  readonly accentDark?: string;
  /** The site of the business; https. */
  readonly siteUrl?: string;
  /** Where people go on after an opt-in; absent = the site. https. */
  readonly returnUrl?: string;
  /** Whom to ask, as one line of plain text: an address, a number. */
  readonly supportLine?: string;
}

/** Bytes that a logo may have, and pixels of its longer side. */
export const logoLimits = { bytes: 24 * 1024, side: 1024 } as const;

/** Where a logo is served: its address is its content, so it may be kept for ever. */
export const logoPath = ({ hash }: Pick<Logo, 'hash'>): string => `/logo/${hash}`;
