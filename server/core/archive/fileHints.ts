import type { FileHints } from '../note/meetingHeadings.ts';
import type { IsoDate } from '../note/note.ts';
import { dateInPath, yearInPath } from './periodFolders.ts';

/** What a file's place says of the meetings in it. `fileDate` is its day where the series has a pattern for names and paths. */
export function fileHints(uri: string, fileDate: IsoDate | undefined): FileHints {
  const year = yearInPath(uri);
  return {
    isOfOneDay: (fileDate ?? dateInPath(uri)) !== undefined,
    ...(year !== undefined && { year }),
  };
}
