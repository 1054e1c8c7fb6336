/** URIs as text, for `file:`, `vscode-vfs:`, `untitled:` and whatever else an editor has. Nothing here throws. */

/**
 * One spelling for all that name the same file: every character beside letters, digits, `-._~` and `/` encoded, as
 * `vscode-uri` prints it. Clients and `pathToFileURL` leave some of them as they are. No trailing slash.
 */
export function canonicalUri(uri: string): string {
  // Most are so already, and a scan asks it of each of thousands.
  if (plainFile.test(uri)) return uri;
  const colon = uri.indexOf(':');
  const scheme = uri.slice(0, colon + 1).toLowerCase();
  const rest = uri.slice(colon + 1);
  const pathAt = rest.startsWith('//') ? endOfAuthority(rest) : 0;
  const components = rest
    .slice(pathAt)
    .split('/')
    .map((component) => encode(decode(component)));
  while (components.length > 1 && components.at(-1) === '') components.pop();
  const drive = components[1] ?? '';
  // Windows drives are lower case there: `file:///c%3A/`.
  if (/^[A-Z]%3A$/.test(drive)) components[1] = drive.slice(0, 1).toLowerCase() + drive.slice(1);
  // Hosts are written in lower case, as `vscode-uri` prints them.
  return scheme + rest.slice(0, pathAt).toLowerCase() + components.join('/');
}

/** A path of characters that are never encoded, without a slash at its end. */
const plainFile = /^file:\/\/\/[A-Za-z0-9\-._~/]*[A-Za-z0-9\-._~]$/;

function endOfAuthority(rest: string): number {
  const slash = rest.indexOf('/', 2);
  return slash < 0 ? rest.length : slash;
}

/** The folder a canonical URI lies in; empty for one without a folder: `untitled:Untitled-1`. */
export function parentUri(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The last component, decoded. */
export function fileNameOf(uri: string): string {
  return decode(uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1));
}

/** A file or folder below a canonical folder URI; the components are encoded. */
export function joinUri(folder: string, ...components: readonly string[]): string {
  return [folder, ...components.map(encode)].join('/');
}

/** Both canonical. True for the folder itself, too. */
export function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** The components of a canonical URI below `folder`, decoded; all of them when it is not below. */
export function componentsBelow(uri: string, folder: string): string[] {
  const rest = isBelow(uri, folder) ? uri.slice(folder.length) : uri.slice(uri.indexOf(':') + 1);
  return rest
    .split('/')
    .filter((component) => component !== '')
    .map(decode);
}

/**
 * What a relative path in a document means (RFC 3986, 5.2.4), as a canonical URI; an empty one the document itself. The path
 * may be encoded or not, and have slashes of either kind; it does not leave the authority. `uri` in any spelling.
 */
export function resolveUri(uri: string, path: string): string {
  const base = canonicalUri(uri);
  if (path === '') return base;
  const rootTo = base.indexOf(':') + 1;
  const start = base.startsWith('//', rootTo) ? rootTo + endOfAuthority(base.slice(rootTo)) : rootTo;
  const components = base.slice(start).split('/').slice(0, -1);
  for (const component of path.split(/[/\\]/)) {
    // The first is what stands before the first slash: nothing.
    if (component === '..') components.splice(Math.max(1, components.length - 1));
    else if (component !== '' && component !== '.') components.push(component);
  }
  return canonicalUri(base.slice(0, start) + components.join('/'));
}

/**
 * The URI of an absolute path, canonical: `/a/b`, `C:\a`, `\\server\share`. Undefined for a relative one. On other systems
 * a backslash is a letter like any other, so only what begins as on Windows is read as there.
 */
export function fileUri(path: string): string | undefined {
  const isDrive = /^[A-Za-z]:[\\/]/.test(path);
  const isShare = path.startsWith('\\\\');
  if (!isDrive && !isShare && !path.startsWith('/')) return undefined;
  const slashed = isDrive || isShare ? path.replaceAll('\\', '/') : path;
  const [first = '', ...rest] = (isShare ? slashed.slice(2) : slashed.slice(isDrive ? 0 : 1)).split('/');
  return canonicalUri(
    `${isShare ? 'file://' : 'file:///'}${[isShare ? first : encode(first), ...rest.map(encode)].join('/')}`,
  );
}

function decode(component: string): string {
  if (!component.includes('%')) return component;
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}

function encode(component: string): string {
  try {
    return encodeURIComponent(component).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    // Half a character cannot be encoded.
    return component;
  }
}
