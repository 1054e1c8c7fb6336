/** The folder of the template files, in the folder whose notes they describe. */
export const templatesFolder = '.office-hours';

/** Hidden files and folders, but for the templates', and `node_modules` hold nothing of ours. One component. */
export function isPassedOver(name: string): boolean {
  return (name.startsWith('.') && name !== templatesFolder) || name === 'node_modules';
}
