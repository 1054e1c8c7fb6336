/** What a template file of a made-up community says. */

import { type Conventions, usualConventions } from '../../server/core/note/conventions.ts';

const host = 'github.com';

export const communityOf = (more: Partial<Conventions> = {}): Conventions => ({
  ...usualConventions,
  people: [
    { name: 'Tove Lind', login: 'tove-lantern', initials: 'TL', aliases: ['Tove'] },
    { name: 'Bo', initials: 'BT', aliases: [] },
  ],
  repositories: new Map([
    ['tsc', { host, owner: 'octo', name: 'TSC' }],
    ['core', { host, owner: 'octo', name: 'lantern-core' }],
  ]),
  prefixes: [
    { prefix: 'EIP-', url: 'https://eips.example.org/{id}' },
    { prefix: 'ERC-', url: 'https://ercs.example.org/{id}' },
  ],
  repositoryFromHeading: true,
  ...more,
});
