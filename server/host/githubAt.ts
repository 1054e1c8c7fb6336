/** GitHub's API where a client's settings have it, for an editor other than VS Code. */

import { customRoots, enterpriseHostOfApi, originOf, rootsOf } from '../../shared/apiRoots.ts';
import { inEnglish } from '../../shared/l10n.ts';
import { githubByNode, type NodeGitHubResult } from './githubByNode.ts';

/**
 * The API at `apiUrl` for github.com. The token of the environment goes only where the environment sends it: a project may
 * bring settings of its own.
 */
export function githubAt(
  environment: Readonly<Record<string, string | undefined>>,
  apiUrl: string,
): NodeGitHubResult {
  const enterprise = enterpriseHostOfApi(apiUrl);
  if (enterprise !== undefined) {
    const message = `officeHours.github.apiUrl: this is the API of ${enterprise}, not of github.com. Set GITHUB_SERVER_URL instead.`;
    return { kind: 'refused', message };
  }
  const roots = customRoots(apiUrl, undefined, 'officeHours.github.apiUrl');
  if (roots.kind === 'refused') return { kind: 'refused', message: inEnglish(roots.message) };
  const { GITHUB_SERVER_URL, GH_TOKEN, GITHUB_TOKEN, ...others } = environment;
  const usual = environment.GITHUB_API_URL || rootsOf('github.com').rest;
  const isUsual = !GITHUB_SERVER_URL && originOf(usual)?.text === originOf(apiUrl)?.text;
  const token = isUsual ? { GH_TOKEN, GITHUB_TOKEN } : {};
  return githubByNode({ ...others, ...token, GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: undefined });
}
