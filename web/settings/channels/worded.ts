/** A setting as a field shows it; what is no text is as if it were not there. */
export const worded = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)
