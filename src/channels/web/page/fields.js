/** The fields of a form: they keep a name space of their own beside what a button carries. */
const prefix = 'field_';

/** The name of a field in what a button sends. */
export const inputId = (id) => prefix + id;

/** The id of the field of that name. */
export const fieldIn = (name) => name.slice(prefix.length);

/** What was filled in, by field id. */
export const filledIn = (data) =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [fieldIn(name), String(value ?? '')]),
  );
