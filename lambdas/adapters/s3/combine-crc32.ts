/** A CRC-32 is the remainder of the text, read as a polynomial over GF(2), by this one (RFC 1952, 8; bits reversed as there). */
const polynomial = 0xedb88320;
/** The polynomial 1: x to the power of 0. */
const one = 0x80000000;

/**
 * The CRC-32 of two texts one after the other, from the CRC-32 of each and the length of the second in bytes (any whole number up to
 * 2^53). What follows shifts what stood before by eight powers of x a byte: so the first is multiplied by x^(8 * length).
 *
 * Source: `crc32_combine` of zlib 1.3 (crc32.c, by Mark Adler), without its tables.
 */
export function combineCrc32(first: number, second: number, length: number): number {
  let shift = one;
  // x^8, x^16, x^32 …: the power for each binary digit of the length.
  let power = 0x00800000;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shift = multiply(power, shift);
    power = multiply(power, power);
  }
  return (multiply(shift, first) ^ second) >>> 0;
}

/** The product of two polynomials, modulo the one of CRC-32. The highest bit is the coefficient of x^0. */
function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let mask = one; mask !== 0; mask >>>= 1) {
    if ((a & mask) !== 0) product ^= shifted;
    shifted = (shifted & 1) === 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return product >>> 0;
}
