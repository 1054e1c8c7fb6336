/** URIs as text, for `file:`, `vscode-vfs:`, `untitled:` and whatever else an editor has. Nothing here throws. */

/**
 * One spelling for all that name the same file: every character beside letters, digits, `-._~` and `/` encoded, as
 * `vscode-uri` prints it. Clients and `pathToFileURL` leave some of them as they are. No trailing slash.
 */
export function canonicalUri(uri: string): string {
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
  return scheme + rest.slice(0, pathAt) + components.join('/');
}

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

function decode(component: string): string {
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
