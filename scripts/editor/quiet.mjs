/** What the editor does besides, which no test is about: it costs time, and keeps the editor from coming to rest. */

/** Settings of the user, in each server-hosted editor of the tests. */
export const quiet = {
  // The editor's own chat, which takes seconds to start and has nothing to do with ours.
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // Whatever moves is drawn anew many times a second, by the processor alone where there is no display.
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  // Looks for servers to forward every few seconds, through all processes of the machine.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
};
