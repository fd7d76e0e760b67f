// A desk is worked by keyboard: the terminal has the focus as soon as it is there.
new MutationObserver((_changes, observer) => {
  const terminal = document.querySelector(".xterm-helper-textarea");
  if (terminal) {
    terminal.focus();
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
