/**
 * The CRC-32 of two byte strings, one after the other, from the CRC of each: adding the second shifts the first by
 * as many zero bits, which is a multiplication by a power of x modulo the polynomial (all bit-reversed).
 */
const polynomial = 0xedb88320;

const multiply = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 0x80000000; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= b;
    b = b & 1 ? (b >>> 1) ^ polynomial : b >>> 1;
  }
  return product >>> 0;
};

/** x^(2^i) for i from 0: each is the square of the one before; from 32 on they come round again. */
const squares: readonly number[] = Array.from({ length: 31 }).reduce<number[]>(
  (powers) => [...powers, multiply(powers.at(-1) ?? 0, powers.at(-1) ?? 0)],
  [0x40000000],
);

/** x^(8 · bytes). */
const shift = (bytes: number): number => {
  let power = 0x80000000;
  for (let i = 3, n = bytes; n > 0; i += 1, n = Math.floor(n / 2))
    if (n % 2 === 1) power = multiply(squares[i % 31] ?? 0, power);
  return power;
};

export const crc32Combine = (first: number, second: number, secondBytes: number): number =>
  (multiply(shift(secondBytes), first) ^ second) >>> 0;
