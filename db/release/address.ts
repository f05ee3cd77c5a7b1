/** Tells the address of a database, which a server follows, from the path of its file. */

/** Whether a setting such as `DATABASE` has an address, such as `https://store.example/coverage.sqlite`. */
export function isAddress(database: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(database);
}
