/**
 * Takes the place of `@lezer/highlight` in the bundles: the parser of Markdown says by it how a highlighter would color each node, and nobody
 * asks. The library makes hundreds of objects at each start, and is two kilobytes of the package.
 */

/** Any tag, and any of its members. */
const tag: unknown = new Proxy(() => tag, { get: () => tag });

export const tags = tag;
export const Tag = tag;

/** A source of properties that gives no node any. */
export const styleTags = () => () => null;
