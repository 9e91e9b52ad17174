import { countriesOfNumber } from './calling-codes.ts';

/**
 * In which countries somebody may be whom a message goes to: by the number, else by the two letters of the BSUID (Meta, "Business-scoped
 * user IDs"). Several where a number does not tell, none where nothing does.
 *
 * @param phone canonical digits
 */
export function countriesOf({
  phone,
  bsuid,
}: {
  readonly phone?: string | undefined;
  readonly bsuid?: string | undefined;
}): readonly string[] {
  if (phone !== undefined) return countriesOfNumber(phone);
  return bsuid === undefined ? [] : [bsuid.slice(0, 2)];
}
