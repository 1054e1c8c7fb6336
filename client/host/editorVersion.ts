/** Which VS Code this is. */

/**
 * Whether a version as VS Code gives it (`1.97.0`, `1.98.0-insider`) is at least a major and minor one. False for what is no
 * version.
 */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = Number.NaN, ownMinor = Number.NaN] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
