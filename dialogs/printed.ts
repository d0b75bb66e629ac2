/** Values that commands print, as people repeat them: "AzureAdPrt is YES now". */

const printed =
  /(?<![\p{L}\p{N}])(\p{L}{4,}(?:joined|prt|enabled))(?:\s*[がはも]|\W+(?:is|was|stays?|remains?|still|now|says?|shows?|steht|ist|bleibt|noch|immer|est|reste|encore|es|sigue|en|auf)(?!\p{L})){0,3}\W{0,4}(yes|no|true|false)(?!\p{L})/giu;

const valuesIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(printed)].map(([, name = '', value = '']) => [name.toLowerCase(), value.toLowerCase()]));

/** Whether two texts tell different values of the same name. */
export const isPrintedOtherwise = (text: string, other: string): boolean => {
  const values = valuesIn(other);
  return [...valuesIn(text)].some(([name, value]) => values.has(name) && values.get(name) !== value);
};

/** Whether two texts tell values of names of which none is the same. */
export const isPrintedOfOther = (text: string, other: string): boolean => {
  const [own, values] = [valuesIn(text), valuesIn(other)];
  return own.size > 0 && values.size > 0 && ![...own.keys()].some((name) => values.has(name));
};
