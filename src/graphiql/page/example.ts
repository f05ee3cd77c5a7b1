/** An example query as the server sends it to the page. */

/** A named query with an explanation. */
export interface Example {
  /** The name of its file. */
  readonly name: string;
  /** What it returns and why. */
  readonly explanation: string;
  /** The document, its explanation included. */
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
  /** Its place among the tabs that GraphiQL opens with; undefined when it is only listed. */
  readonly tab?: number;
  /** What that tab is called. */
  readonly question?: string;
}
