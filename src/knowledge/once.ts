/** Makes a value when it is first asked for. Where many objects are made this takes the place of getters, which V8 gives a shape of its own each time. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
