/* The page Paths: Enter in the field, or a suggestion that is chosen, asks for the way. */
"use strict";

(() => {
  const SETTLING = 60; // milliseconds until the field holds what was chosen
  const ask = () =>
    setTimeout(() => {
      const button = document.getElementById("paths-go");
      button?.focus(); // the suggestions close
      button?.click();
    }, SETTLING);

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && event.target.id === "paths-text" && !event.isComposing) ask();
    },
    { capture: true }
  );
  document.addEventListener(
    "click",
    (event) => {
      const list = event.target.closest("[role=option]")?.closest("[role=listbox]");
      if (list?.getAttribute("aria-labelledby") === "paths-text-label" && event.isTrusted) ask();
    },
    { capture: true }
  );
})();
