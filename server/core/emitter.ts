/** Something that happens, for all who listen. */
export class Emitter<T = void> {
  readonly #listeners: ((value: T) => void)[] = [];

  /** Listeners are called in the order they came. */
  on(listener: (value: T) => void): void {
    this.#listeners.push(listener);
  }

  readonly emit = (value: T): void => {
    for (const listener of this.#listeners) listener(value);
  };
}
