/** Every test file of `suite/`, made by the bundler. */
declare module 'office-hours:suite';
