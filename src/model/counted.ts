/** A count with what is counted: "1 conversation", "2 conversations". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
