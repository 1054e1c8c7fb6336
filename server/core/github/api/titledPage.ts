/** Pages of GitHub that have a title of their own. */

import type { GitHubPage } from '../../note/note.ts';

export type TitledPage = Extract<GitHubPage, { readonly kind: 'commit' | 'release' }>;
