/**
 * What a reader chose to keep on this device, and nothing else: settings, what was read, kept comments. All keys begin with `subrosa-`, by which "Forget everything" finds them. Where storage is
 * shut (private windows, policies) everything works and nothing is kept.
 */
const PREFIX = "subrosa-";

/** What was kept under a name; the given value where there is nothing, or nothing that can be read. */
export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps a value; null drops it. */
export function keep(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem(PREFIX + name);
    } else {
      localStorage.setItem(PREFIX + name, JSON.stringify(value));
    }
  } catch {
    // storage is shut or full: the page works on without
  }
}
