/* Leads from the id of a line to the document that has it now. The lines stand in scripts, by how their ids begin. */
"use strict";

const known = {};

/* Called by the scripts of lines. */
function yusuanLines(begins, part) {
  known[begins] = part;
}

{
  const { digits, texts } = JSON.parse(one("#lines").textContent);
  const place = one("#found");
  const form = one("form");

  const tell = (name, id, count) => make("p", { text: texts[name].replace(/\{(id|count)\}/g, (_, key) => (key === "id" ? id : count)) });

  function show(id, { documents, lines }) {
    const owners = (lines[id] || []).map((each) => documents[each]);
    if (owners.length === 1) {
      location.replace("d/" + owners[0][0] + ".html#" + id);
    } else if (!owners.length) {
      place.replaceChildren(tell("none", id));
    } else {
      const links = owners.map(([document, name]) => make("li", {}, make("a", { href: "d/" + document + ".html#" + id, text: name }), " ", make("span", { class: "id", text: document })));
      place.replaceChildren(tell("several", id, owners.length), make("ul", {}, ...links));
    }
  }

  function find() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id).trim().toLowerCase();
    } catch {
      /* shown as it is, as one that is no id */
    }
    if (!id) return;
    form.elements.id.value = id.slice(0, 16);
    if (!/^[0-9a-f]{16}$/.test(id)) {
      place.replaceChildren(tell("odd", id));
      return;
    }
    const begins = id.slice(0, digits);
    if (known[begins]) {
      show(id, known[begins]);
      return;
    }
    place.replaceChildren(tell("looking", id));
    const script = make("script", { src: "lines/" + begins + ".js" });
    script.addEventListener("load", () => show(id, known[begins]));
    script.addEventListener("error", () => place.replaceChildren(tell("none", id)));
    document.head.append(script);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = form.elements.id.value.trim();
  });
  window.addEventListener("hashchange", find);
  find();
}
