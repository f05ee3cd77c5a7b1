/** Addresses of files, with and without what is not part of them. */

/** Parameters by which a server lets a request through for a time: they expire, and are nobody else's. */
const signing = /^(?:x-(?:amz|goog|ms)-.*|signature|sig|expires|key-pair-id|policy|awsaccesskeyid|token)$/i;
const agreed = 'agree';

/** The address of a file without what signs it or accepts an agreement. */
export function bareAddress(written: string): string {
  const url = new URL(written);
  url.hash = '';
  // A query that is not touched stays as it was written.
  if (url.searchParams.has(agreed)) url.searchParams.delete(agreed);
  if ([...url.searchParams.keys()].some((key) => signing.test(key))) url.search = '';
  return url.href;
}

/** The address of the request, once the user has accepted: that of the button on the page of the AMA's agreement. */
export function accepting({
  url: written,
  licences,
}: {
  readonly url: string;
  readonly licences: readonly string[];
}): string {
  const url = new URL(written);
  if (licences.includes('ama') && url.host === 'www.cms.gov') url.searchParams.set(agreed, 'yes');
  return url.href;
}
