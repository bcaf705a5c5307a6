/**
 * Version of the calculation engine. Part of every run; it rises whenever equal inputs may give other
 * bits.
 */
export const engineVersion = '1.2.0';
