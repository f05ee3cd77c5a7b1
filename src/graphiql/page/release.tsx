/** Shows the current release below the answer: its version and build time, and of what it has nothing for today. */

import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { fetcher } from './fetcher.ts';

interface Release {
  readonly dataVersion: string;
  readonly builtAt: string;
  /** Which releases do not cover today; null where all do. */
  readonly dateOfServiceNote: string | null;
}

const question = '{ graphInfo { dataVersion builtAt dateOfServiceNote } }';

/** The current release; undefined when the request fails. */
async function askRelease(): Promise<Release | undefined> {
  try {
    const answer = (await fetcher({ query: question })) as { data?: { graphInfo?: Release } | null };
    return answer.data?.graphInfo;
  } catch {
    return undefined;
  }
}

/** The line that names the release; updated after every run and when the window gets the focus. */
export function ReleaseLine() {
  const isFetching = useGraphiQL((state) => state.isFetching);
  const [release, setRelease] = useState<Release>();
  useEffect(() => {
    if (isFetching) return undefined;
    let current = true;
    const look = async () => {
      const found = await askRelease();
      if (current && found) setRelease(found);
    };
    void look();
    addEventListener('focus', look);
    return () => {
      current = false;
      removeEventListener('focus', look);
    };
  }, [isFetching]);
  if (!release) return null;
  return (
    <output className="release" title={`Data version ${release.dataVersion}`}>
      Release <strong>{release.dataVersion.slice(0, 12)}</strong>, built{' '}
      <time dateTime={release.builtAt}>
        {release.builtAt.replace('T', ' ').replace(/(:\d\d)?Z$/, ' UTC')}
      </time>
      {release.dateOfServiceNote && (
        <span title={release.dateOfServiceNote}>. {release.dateOfServiceNote}</span>
      )}
    </output>
  );
}
