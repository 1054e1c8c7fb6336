/** A repository in which strangers wrote all they could think of, into every place: `example-org/strange`, from #101 on. */

import { hostileTitles } from './hostileTitles.ts';
import { issue } from './lanternRow.ts';
import type { RepositorySpec } from './repositorySpec.ts';

/** Nobody listens there. */
const strangeOrigin = 'http://127.0.0.1:9';

const texts = Object.values(hostileTitles).map((text) => text.replaceAll('{origin}', strangeOrigin));

export const strangeRepository: RepositorySpec = {
  owner: 'example-org',
  name: 'strange',
  description: 'Sample data: hostile titles and bodies (invented)',
  hostile: false,
  size: 100 + texts.length,
  items: Object.fromEntries(
    texts.map((text, index) =>
      issue(101 + index, 'open', 'ina-example', text, { body: `${text}\n\nAnother **paragraph**: ${text}` }),
    ),
  ),
};
