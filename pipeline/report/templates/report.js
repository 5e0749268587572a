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

