/** Of `]` in a line, and in the lines of a paragraph: for the link that each may end, the parser looks at all links before it there. */
export const mostLinkEnds = 2_000;
