/** For an object that is made property by property: there are thousands of them, and spreading takes V8 longer than all the rest. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
