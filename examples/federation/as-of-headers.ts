/** The headers by which a client sets the day and the state of knowledge of a whole request; a gateway passes them on. */
export const asOfHeaders = ['as-of-date-of-service', 'as-of-known-at'] as const;
