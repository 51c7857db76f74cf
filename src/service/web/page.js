// What a browser can do beside the page, which works without this: print what is shown,
// and say that the sheet is being made.
"use strict";

const print = document.getElementById("print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
const sheet = document.querySelector(".sheet h1");
if (sheet) {
  // Who reads with a screen reader or a phone starts at the sheet, not at the top again.
  sheet.tabIndex = -1;
  sheet.focus({ preventScroll: true });
}
