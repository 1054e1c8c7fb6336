/** Type-checks every import zone with its own tsconfig: `node typecheck.mjs [ZONE...]`. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';

export const zones = ['shared', 'shared/node', 'server/core', 'server', 'client', 'test', 'scripts'];

/**
 * @param {string} zone
 * @returns {Promise<string>} what the compiler complained about; nothing when all is well
 */
export function typecheck(zone) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, '-p', zone, '--pretty', 'false'], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : output || `tsc ended with ${code}`));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv.slice(2);
  for (const zone of wanted.length > 0 ? wanted : zones) {
    const complaint = await typecheck(zone);
    console.log(`${complaint ? '✘' : '✔'} types of ${zone}\n${complaint}`.trimEnd());
    if (complaint) process.exitCode = 1;
  }
}
