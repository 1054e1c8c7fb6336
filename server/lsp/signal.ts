/** Something that happens once and is waited for. */
export class Signal {
  raise: () => void = () => {};
  readonly raised = new Promise<void>((resolve) => {
    this.raise = resolve;
  });
}
