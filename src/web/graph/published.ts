/** A published operation: the server knows it by its hash, so that a question is a short GET that caches keep. */

import type { TypedDocumentNode } from 'urql';

/** An operation as the client sends it, by hash, and its text for those who want to read it. */
export type Published<Data, Variables extends object> = TypedDocumentNode<Data, Variables> & {
  readonly documentId: string;
  readonly text: string;
};

/** The operation of that hash. */
export function published<Data, Variables extends object>(
  documentId: string,
  text: string,
): Published<Data, Variables> {
  const document: unknown = { kind: 'Document', definitions: [], documentId, text };
  return document as Published<Data, Variables>;
}
