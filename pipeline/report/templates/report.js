/* What the scripts of all pages use. The pages work without them as lists to read. */
"use strict";

const one = (selector, within) => (within || document).querySelector(selector);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

/* An element with text and children; text is never taken for markup. */
function make(tag, options, ...children) {
  const made = document.createElement(tag);
  Object.entries(options || {}).forEach(([name, value]) => {
    if (name === "text") made.textContent = value;
    else if (name === "click") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  });
  made.append(...children.filter((child) => child !== null));
  return made;
}

/* ---- the overview ---- */

function overview() {
  const form = one(".filter");
  if (!form) return;
  const rows = all("tr[data-body]");
  const counts = all("[data-count]");
  function narrow() {
    const words = form.elements.words.value.trim().toLowerCase(), year = form.elements.year.value, stage = form.elements.stage.value;
    rows.forEach((row) => {
      const { body, year: own, stage: kind } = row.dataset;
      row.hidden = !(body.toLowerCase().includes(words) && (!year || own === year) && (!stage || kind === stage));
    });
    counts.forEach((each) => {
      each.textContent = all("tr[data-body]:not([hidden])", one("#" + each.dataset.count)).length.toLocaleString("en");
    });
  }
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  narrow();
}

overview();
