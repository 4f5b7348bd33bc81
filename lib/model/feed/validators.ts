/** What a server calls the version of an answer (RFC 9110, 8.8), to be sent back with the next request. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}
