// Which files are a series' notes: docs/meetings/**, meetings/*/*.md

export interface Glob {
  readonly source: string;
}
