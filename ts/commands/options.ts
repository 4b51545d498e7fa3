/** Parser of an option that may be repeated: adds its value to those before. */
export const collect = (value: string, previous: string[]): string[] => [...previous, value];
